package eventflux.core.operator;

import eventflux.core.row.SymbolTable;
import eventflux.core.state.Stateful;
import eventflux.core.time.AppClock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application as it runs: streams that hand rows to queries, and all that they remember. Turned by the thread that
 * owns the application.
 *
 * @param junctions the streams by name, in the order of definition
 * @param outputs the queries by name, in the order of the text
 * @param state what remembers, in the order of the plan
 * @param symbols the application's symbol table
 * @param clock the application's time
 * @param readsClock whether anything asks for the time, so that the clock must be moved before rows go in
 */
public record Pipeline(
        Map<String, StreamJunction> junctions,
        Map<String, QueryOutput> outputs,
        List<Stateful> state,
        SymbolTable symbols,
        AppClock clock,
        boolean readsClock) {

    /** Keeps the order of the maps. */
    public Pipeline {
        junctions = Collections.unmodifiableMap(new LinkedHashMap<>(junctions));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        state = List.copyOf(state);
    }

    /** What runs, stream by stream, for {@code explain}. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        junctions.values().forEach(text::append);
        text.append(readsClock ? "the clock is read" : "the clock is not read").append('\n');
        return text.toString();
    }
}
