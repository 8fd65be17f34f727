package eventflux.core;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ExtensionRegistration;
import eventflux.core.catalog.Provider;
import eventflux.core.time.SetTime;
import eventflux.parser.EventFluxQueryParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An engine whose extensions are those that tests bring, and whose time they set. */
final class EngineFixture implements AutoCloseable {

    static final String STREAM = "define stream S (n long, key string);\n";

    final ExtensionCatalog catalog = new ExtensionCatalog();
    final SetTime time = new SetTime(1_000);
    final Engine engine;
    final TestEndpoints.Hand hand = new TestEndpoints.Hand();
    final TestEndpoints.Kept kept = new TestEndpoints.Kept();

    EngineFixture() {
        this(new EngineOptions());
    }

    EngineFixture(EngineOptions options) {
        engine = new Engine(options.withTimeSource(time), catalog, new EventFluxQueryParser());
        register(new TestAggregators.Total());
        register(new TestAggregators.Functions());
        register(new TestWindows.Last());
        register(new TestWindows.Every());
        register(hand);
        register(kept);
    }

    ExtensionRegistration register(Object extension) {
        return catalog.register(extension, new Provider("test", "1.0.0", 0));
    }

    /** An application over {@code S (n long, key string)}, not started. */
    EventFluxAppRuntime app(String queries) {
        return engine.createEventFluxAppRuntime(STREAM + queries);
    }

    /** How often it is asked to wake, beside the engine's look at its applications. */
    int wakes() {
        return time.requests().size() - 1;
    }

    /** The events of a stream as texts, from now on. */
    static List<String> events(EventFluxAppRuntime app, String stream) {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        app.addRowCallback(stream, row -> seen.add(row.toString()));
        return seen;
    }

    static void send(EventFluxAppRuntime app, long time, Object... data) {
        app.inputHandler("S").send(time, data);
    }

    static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(EventFluxException.class, call).problems().get(0);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    static Thread thread(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        engine.close();
    }
}
