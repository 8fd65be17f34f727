package eventflux.core.analyze.definition;

import eventflux.core.analyze.expression.KnownTables;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.resolved.ResolvedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of the application under analysis. */
public final class Tables implements KnownTables {

    private final Map<String, KnownTable> known = new LinkedHashMap<>();
    private final List<ResolvedTable> resolved = new ArrayList<>();

    /** Adds a table. */
    public void define(StreamColumns columns, ResolvedTable table) {
        known.put(table.name(), new KnownTable(columns, table.primaryKey()));
        resolved.add(table);
    }

    @Override
    public Optional<KnownTable> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Whether there is a table of that name. */
    public boolean has(String name) {
        return known.containsKey(name);
    }

    /** All of them, in the order of definition. */
    public List<ResolvedTable> resolved() {
        return resolved;
    }
}
