package eventflux.core.compile;

import eventflux.core.operator.DeadLetter;
import eventflux.core.operator.FailureOutlets;
import eventflux.core.operator.FaultRows;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.SymbolTable;
import java.util.Map;

/** Makes what takes rows that fail, as a policy says, in one pipeline. */
public final class FailureTargets {

    private final Map<String, StreamJunction> junctions;
    private final Map<String, RunReceiver> returning;
    private final SymbolTable symbols;
    private final FailureOutlets outlets;

    /**
     * Targets among streams, and beside them.
     *
     * @param junctions the streams
     * @param returning where what fails waits, of streams at which it closes a loop
     */
    public FailureTargets(
            Map<String, StreamJunction> junctions,
            Map<String, RunReceiver> returning,
            SymbolTable symbols,
            FailureOutlets outlets) {
        this.junctions = junctions;
        this.returning = returning;
        this.symbols = symbols;
        this.outlets = outlets;
    }

    /**
     * Takes rows of a stream.
     *
     * @param endpoint the sink that fails on them; empty for queries
     */
    public RowFailures of(String stream, String endpoint, FailurePolicy policy) {
        return switch (policy.action()) {
            case LOG -> outlets.logging(policy.level());
            case FAULT_STREAM -> into(policy, FaultRows::withError);
            case DEAD_LETTERS -> into(policy, new DeadLetter(stream));
            case STORE -> outlets.storing(stream, endpoint);
            case FAIL -> outlets.stopping();
        };
    }

    private RowFailures into(FailurePolicy policy, FaultRows.Writer writer) {
        StreamJunction target = junctions.get(policy.stream());
        RowBuilder builder = new RowBuilder(new RowBatch(target.layout()), symbols);
        RunReceiver way = returning.getOrDefault(policy.stream(), target);
        return new FaultRows(writer, builder, way, outlets.logging(policy.level()));
    }
}
