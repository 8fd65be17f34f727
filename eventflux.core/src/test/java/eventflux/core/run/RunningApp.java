package eventflux.core.run;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.AppState;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.EventFluxException;
import eventflux.api.event.Schema;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.PipelineTime;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import eventflux.core.time.AppClock;
import eventflux.core.time.SetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An agent over one stream {@code S (n int, key string)}, whose keys are codes; notes all rows that come. */
final class RunningApp {

    static final Schema SCHEMA = RowSheet.schema("n int", "key string");

    final SetTime time = new SetTime(1_000);
    final SymbolTable symbols = new SymbolTable();
    final RowLayout layout = new RowLayout(SCHEMA, RowSheet.coded(1));
    final StreamJunction junction = new StreamJunction("S", layout, false);
    final AppClock clock = new AppClock(now -> {});
    final AppAgent agent;
    final StreamInput input;
    // Written as the owner.
    final List<String> seen = new ArrayList<>();
    final List<Integer> runs = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    private final Pipeline pipeline;

    private RunningApp(boolean playback, boolean readsClock) {
        agent = new AppAgent("app", time);
        agent.asOwner(() -> agent.playback(playback));
        input = new StreamInput("S", SCHEMA, agent);
        pipeline = new Pipeline(
                Map.of("S", junction),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("S", (where, row, cause) -> failed.add(row + ": " + cause.getMessage())),
                Map.of(),
                List.of(),
                symbols,
                new PipelineTime(clock, readsClock, Optional.empty(), Optional.empty()),
                List.of());
        junction.observe(run -> {
            runs.add(run.count());
            seen.addAll(RowSheet.texts(run, layout, symbols));
        });
    }

    /** Runs by the clock, which nothing reads. */
    static RunningApp started() {
        RunningApp app = new RunningApp(false, false);
        app.start();
        return app;
    }

    static RunningApp started(boolean playback, boolean readsClock) {
        RunningApp app = new RunningApp(playback, readsClock);
        app.start();
        return app;
    }

    static RunningApp created() {
        return new RunningApp(false, false);
    }

    void start() {
        agent.asOwner(() -> {
            agent.pipeline(pipeline);
            input.connect(pipeline);
            agent.begin();
        });
    }

    void stop() {
        agent.asOwner(() -> {
            input.disconnect();
            agent.pipeline(null);
            agent.state(AppState.STOPPED);
        });
    }

    void state(AppState state) {
        agent.asOwner(() -> agent.state(state));
    }

    /** What was seen so far; waits for the owner. */
    List<String> seen() {
        List<String> copy = new ArrayList<>();
        agent.asOwner(() -> copy.addAll(seen));
        return copy;
    }

    /** The code of what is thrown. */
    static ErrorCode code(ThrowingCallable call) {
        return catchThrowableOfType(EventFluxException.class, call)
                .problems()
                .get(0)
                .code();
    }

    /** The rows that have failed so far; waits for the owner. */
    List<String> failed() {
        List<String> copy = new ArrayList<>();
        agent.asOwner(() -> copy.addAll(failed));
        return copy;
    }

    /** A thread that is started. */
    static Thread thread(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Spins until something is so. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    static void awaitBlocked(Thread thread) {
        await(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
    }

    static void join(Thread thread) {
        await(() -> !thread.isAlive());
    }
}
