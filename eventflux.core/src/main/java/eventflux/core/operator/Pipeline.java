package eventflux.core.operator;

import eventflux.core.operator.aggregation.Aggregation;
import eventflux.core.operator.shard.ShardedPartition;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.LiveRows;
import eventflux.core.state.UnitState;
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
 * @param tables the tables in memory by name
 * @param stores the stores of the other tables, and those of aggregations, by their names
 * @param aggregations the aggregations by name
 * @param windows the rows of windows that queries share, by the name of their stream
 * @param outputs the queries by name, in the order of the text
 * @param failures who takes the rows that fail, by stream
 * @param returning where what fails waits, by the streams at which it closes a loop
 * @param state what remembers, unit by unit
 * @param symbols the application's symbol table
 * @param time what it has to do with time
 * @param sharded partitions that other threads work on, each shard of which is a unit's operator
 */
public record Pipeline(
        Map<String, StreamJunction> junctions,
        Map<String, MemoryTable> tables,
        Map<String, StoreLink> stores,
        Map<String, Aggregation> aggregations,
        Map<String, LiveRows> windows,
        Map<String, WatchedOutput> outputs,
        Map<String, RowFailures> failures,
        Map<String, RunReceiver> returning,
        List<UnitState> state,
        SymbolTable symbols,
        PipelineTime time,
        List<ShardedPartition> sharded) {

    /** Keeps the order of the maps. */
    public Pipeline {
        junctions = Collections.unmodifiableMap(new LinkedHashMap<>(junctions));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        stores = Collections.unmodifiableMap(new LinkedHashMap<>(stores));
        aggregations = Collections.unmodifiableMap(new LinkedHashMap<>(aggregations));
        windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        failures = Map.copyOf(failures);
        returning = Map.copyOf(returning);
        state = List.copyOf(state);
        sharded = List.copyOf(sharded);
    }

    /** The application's time. */
    public AppClock clock() {
        return time.clock();
    }

    /** Whether anything asks for the time, so that the clock must be moved before rows go in. */
    public boolean readsClock() {
        return time.isRead();
    }

    /** Tells all that remembers that rows may come from now on; the time is known. */
    public void begin() {
        long now = time.clock().now();
        state.forEach(unit -> unit.operators().forEach(one -> one.begin(now)));
    }

    /** Writes to stores what is not written yet. */
    public void writeToStores() {
        aggregations.values().forEach(Aggregation::write);
    }

    /** What runs, stream by stream, for {@code explain}. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        junctions.values().forEach(text::append);
        tables.values().forEach(table -> text.append(table).append('\n'));
        aggregations.values().forEach(aggregation -> text.append(aggregation).append('\n'));
        sharded.forEach(text::append);
        text.append(readsClock() ? "the clock is read" : "the clock is not read")
                .append('\n');
        return text.toString();
    }
}
