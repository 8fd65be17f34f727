package eventflux.core.compile;

import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.loop.LoopQueue;
import eventflux.core.operator.loop.PartMemory;
import eventflux.core.operator.loop.ReturningRows;
import eventflux.core.plan.LoopPlan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.RecordStore;
import eventflux.core.time.AppClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes what closes the loops of an application: where rows wait that come back to a stream. */
final class LoopCompiler {

    private final LoopPlan plan;
    private final SymbolTable symbols;
    private final LoopQueue queue;

    LoopCompiler(LoopPlan plan, SymbolTable symbols) {
        this.plan = plan;
        this.symbols = symbols;
        this.queue = new LoopQueue(plan.limit());
    }

    /** Each deadline is a step of its own, which what comes round belongs to. */
    void connect(AppClock clock) {
        if (!plan.isEmpty()) {
            clock.around(timers -> {
                boolean isStep = queue.begin();
                try {
                    timers.fire();
                } finally {
                    if (isStep) {
                        queue.end();
                    }
                }
            });
        }
    }

    /** Each row that comes from outside into a stream that leads to the end of a loop is a step of its own. */
    void connect(StreamJunction stream) {
        if (plan.streams().contains(stream.name())) {
            stream.inSteps(queue);
        }
    }

    /** The streams that failures close loops at, as what fails comes into them. */
    Map<String, RunReceiver> failures(Map<String, StreamJunction> streams, FailureCompiler failures) {
        Map<String, RunReceiver> ends = new HashMap<>();
        streams.forEach((name, stream) -> {
            if (plan.endsWithFailuresInto(name)) {
                // What takes the failures of all streams is made with these.
                RowFailures tooMany = (where, row, cause) -> failures.of(name).rowFailed(where, row, cause);
                ends.put(name, end("stream " + name, stream, PartMemory.none(), tooMany));
            }
        });
        return ends;
    }

    /**
     * Where the rows of a query go.
     *
     * @param stream that it inserts into
     * @param parts whose rows stay in their part, if the stream is an inner one
     * @param failures of the stream
     */
    RunReceiver target(QueryPlan query, StreamJunction stream, Optional<RecordStore> parts, RowFailures failures) {
        return plan.endsWith(query)
                ? end(query.name(), stream, parts.map(PartMemory::of).orElseGet(PartMemory::none), failures)
                : stream;
    }

    private ReturningRows end(String way, StreamJunction stream, PartMemory parts, RowFailures failures) {
        return new ReturningRows(way, stream, queue, parts, new RowView(stream.layout(), symbols), failures);
    }
}
