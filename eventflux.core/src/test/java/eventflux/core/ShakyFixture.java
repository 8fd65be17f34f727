package eventflux.core;

import eventflux.api.EventFluxAppRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An engine whose applications send the rows of a stream S to a sink that fails when it is told to. */
final class ShakyFixture {

    private static final String COLUMNS = " define stream S (n long, key string);\n";

    final EngineFixture engine = new EngineFixture();
    final Shaky sink = new Shaky();

    ShakyFixture() {
        engine.register(sink);
    }

    /** An application with these annotations at its stream. */
    EventFluxAppRuntime started(String annotations) {
        return startedBeside("", annotations);
    }

    EventFluxAppRuntime startedBeside(String others, String annotations) {
        EventFluxAppRuntime app = engine.engine.deploy("app", others + annotations + COLUMNS);
        app.start();
        return app;
    }

    static CompletableFuture<Void> sending(EventFluxAppRuntime app, long n) {
        return CompletableFuture.runAsync(() -> EngineFixture.send(app, n, n, "k"));
    }

    /** Lets it be that time as soon as somebody waits for it. */
    void turnTo(long millis) {
        EngineFixture.await(() -> engine.time.requests().contains(millis));
        engine.time.moveTo(millis);
    }

    static void join(CompletableFuture<Void> future) throws Exception {
        future.get(20, TimeUnit.SECONDS);
    }
}
