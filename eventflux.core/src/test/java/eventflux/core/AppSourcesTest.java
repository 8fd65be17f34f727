package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.Problem;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.core.catalog.ExtensionRegistration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppSourcesTest {

    private static final String COPY =
            "@sink(type='kept') define stream Out (n long, key string);" + "from S select n, key insert into Out;";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime started(String annotations) {
        EventFluxAppRuntime app = fixture.engine.deploy("app", annotations + EngineFixture.STREAM + COPY);
        app.start();
        return app;
    }

    @Test
    void completesWhenItsSourceHasComeToTheEnd() {
        EventFluxAppRuntime app = started("@source(type='hand') ");
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();
        fixture.hand.deliver(0, 2);
        assertThat(completion).isNotDone();

        fixture.hand.started.get(0).endOfInput();

        assertThat(completion).isCompleted();
        assertThat(fixture.kept.log).containsExactly("start", "@0[0, k]", "@1[1, k]", "flush");
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void letsHeldRowsGoOutByTime() {
        fixture.kept.flushAfterMillis = 100;
        EventFluxAppRuntime app = started("");

        EngineFixture.send(app, 1_000L, 1L, "k");
        EngineFixture.send(app, 1_000L, 2L, "k");
        fixture.time.moveTo(1_100);
        EngineFixture.await(() -> fixture.kept.log.size() == 4);
        EngineFixture.send(app, 1_000L, 3L, "k");
        fixture.time.moveTo(1_300);
        EngineFixture.await(() -> fixture.kept.log.size() == 6);
        fixture.time.moveTo(3_000);

        assertThat(fixture.kept.log)
                .containsExactly("start", "@1000[1, k]", "@1000[2, k]", "flush", "@1000[3, k]", "flush");
    }

    @Test
    void completesWithTheLastOfItsSources() {
        EventFluxAppRuntime app = started("@source(type='hand') @source(type='hand') ");
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();

        fixture.hand.started.get(1).endOfInput();
        assertThat(completion).isNotDone();
        fixture.hand.started.get(0).endOfInput();

        assertThat(completion).isCompleted();
    }

    @Test
    void completesWhenAllThatLayInRingsWasProcessed() {
        EventFluxAppRuntime app = started("@async(buffer.size='64') @source(type='hand') ");
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();

        fixture.hand.deliver(0, 20_000);
        fixture.hand.started.get(0).endOfInput();

        assertThat(completion).isCompleted();
        assertThat(fixture.kept.log).hasSize(20_002).endsWith("@19999[19999, k]", "flush");
    }

    @Test
    void completesThoughItBeganWithWaiting() {
        EventFluxAppRuntime app = started("@source(type='later') ");
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        Later later = new Later();
        fixture.register(later);

        later.inner.started.get(0).endOfInput();

        assertThat(completion).isCompleted();
    }

    @Test
    void doesNotCompleteWithoutASource() {
        EventFluxAppRuntime app = started("");

        assertThat(app.completion().toCompletableFuture()).isNotDone();
        app.shutdown();
        assertThat(app.completion().toCompletableFuture()).isNotDone();
    }

    @Test
    void stopsItsSourcesAndTakesNothingFromThemAnyMore() {
        EventFluxAppRuntime app = started("@source(type='hand') ");
        fixture.hand.deliver(0, 1);

        app.shutdown();
        fixture.hand.deliver(0, 1);

        assertThat(fixture.hand.stopped).hasValue(1);
        assertThat(fixture.kept.log).containsExactly("start", "@0[0, k]", "stop");
    }

    @Test
    void startsItsSourcesAgainWithItself() {
        EventFluxAppRuntime app = started("@source(type='hand') ");
        fixture.hand.started.get(0).endOfInput();
        app.shutdown();

        app.start();
        CompletableFuture<Void> completion = app.completion().toCompletableFuture();
        assertThat(completion).isNotDone();
        fixture.hand.deliver(1, 1);
        fixture.hand.started.get(1).endOfInput();

        assertThat(fixture.kept.log).containsExactly("start", "flush", "stop", "start", "@0[0, k]", "flush");
        assertThat(completion).isCompleted();
    }

    @Test
    void letsASourceWaitThatIsNotTheExtensionThatLeft() {
        // given
        EventFluxAppRuntime app = fixture.engine.deploy(
                "app",
                "@source(type='hand') " + EngineFixture.STREAM
                        + "from S#window.other(2) select n, key insert into Out;");
        ExtensionRegistration registration = fixture.register(new Other());
        app.start();
        List<String> out = EngineFixture.events(app, "Out");
        fixture.hand.deliver(0, 1);

        // when
        registration.close();
        Thread delivering = EngineFixture.thread(() -> fixture.hand.deliver(0, 1));
        EngineFixture.await(() -> delivering.getState() == Thread.State.WAITING);
        fixture.register(new Other());
        EngineFixture.await(() -> !delivering.isAlive());

        // then
        assertThat(out).hasSize(2);
        assertThat(fixture.hand.started).hasSize(1);
        assertThat(fixture.hand.stopped).hasValue(0);
    }

    @Test
    void makesASourceAnewWhoseExtensionComesBack() {
        Later first = new Later();
        ExtensionRegistration registration = fixture.register(first);
        EventFluxAppRuntime app = started("@source(type='later') ");

        registration.close();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThat(first.inner.stopped).hasValue(1);
        Later second = new Later();
        fixture.register(second);
        second.inner.deliver(0, 1);

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(fixture.kept.log).containsExactly("start", "stop", "start", "@0[0, k]");
    }

    @Test
    void startsNoSourceAgainThatHadComeToItsEnd() {
        Later first = new Later();
        ExtensionRegistration registration = fixture.register(first);
        EventFluxAppRuntime app = started("@source(type='later') ");
        first.inner.started.get(0).endOfInput();
        assertThat(app.completion().toCompletableFuture()).isCompleted();

        registration.close();
        Later second = new Later();
        fixture.register(second);

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(second.inner.started).isEmpty();
    }

    @Test
    void failsWhenASourceCannotStartAndMayBeStartedAgain() {
        Broken broken = new Broken();
        fixture.register(broken);
        EventFluxAppRuntime app = fixture.engine.deploy(
                "app", "@async(buffer.size='64') @source(type='broken') " + EngineFixture.STREAM + COPY);

        Problem problem = EngineFixture.problem(app::start);
        assertThat(problem.code()).isEqualTo(AppError.ENDPOINT_FAILED);
        assertThat(problem.message()).contains("connection.required = 'false'");
        assertThat(app.state()).isEqualTo(AppState.FAILED);
        assertThat(app.completion().toCompletableFuture()).isCompletedExceptionally();
        assertThat(fixture.kept.log).containsExactly("start", "stop");

        broken.isBroken = false;
        app.start();
        app.inputHandler("S").send(5, new Object[] {5L, "k"});
        EngineFixture.await(() -> fixture.kept.log.size() == 4);

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(fixture.kept.log).containsExactly("start", "stop", "start", "@5[5, k]");
    }

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "other",
            description = "The last rows.",
            parameters = @Parameter(name = "rows", type = ParameterType.INT, description = "How many."))
    private static final class Other implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return new TestWindows.Last().create(context);
        }
    }

    @Extension(kind = ExtensionKind.SOURCE, name = "later", description = "Delivers what a test delivers.")
    private static final class Later implements SourceFactory {

        private final TestEndpoints.Hand inner = new TestEndpoints.Hand();

        @Override
        public Source create(SourceContext context) {
            return inner.create(context);
        }
    }

    @Extension(kind = ExtensionKind.SOURCE, name = "broken", description = "Cannot start while it is broken.")
    private static final class Broken implements SourceFactory {

        private volatile boolean isBroken = true;

        @Override
        public Source create(SourceContext context) {
            return new Source() {
                @Override
                public void start(SourceOutput out) throws IOException {
                    if (isBroken) {
                        throw new IOException("no connection");
                    }
                }

                @Override
                public void stop() {
                    // Nothing was started.
                }
            };
        }
    }
}
