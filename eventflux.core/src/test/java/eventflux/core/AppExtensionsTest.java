package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.ErrorCode;
import eventflux.core.catalog.ExtensionRegistration;
import eventflux.core.catalog.Provider;
import eventflux.core.compile.CompileError;
import eventflux.core.run.RunError;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppExtensionsTest {

    private static final String NTH = "from S#window.nth() select n insert into Out;";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime deployed(String queries) {
        EventFluxAppRuntime app = fixture.engine.deploy("app", EngineFixture.STREAM + queries);
        app.start();
        return app;
    }

    @Test
    void beginsWhenTheExtensionThatItWaitsForComes() {
        EventFluxAppRuntime app = deployed(NTH);
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThat(app.waitingFor()).containsExactly("window nth");

        fixture.register(new NthWindow("count", 1));

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.waitingFor()).isEmpty();
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");
        assertThat(out).containsExactly("@1[5]");
    }

    @Test
    void waitsForOneThingOnlyWhereAWindowMayBeMeant() {
        EventFluxAppRuntime app = deployed("from S#nth() select n insert into Out;");
        assertThat(app.waitingFor()).containsExactly("stream function nth");

        fixture.register(new NthWindow("count", 1));

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void beginsWithAnExtensionThatCanBeMadeAfterOneThatCouldNot() {
        EventFluxAppRuntime app = deployed(NTH);
        ExtensionRegistration unmade = fixture.register(new NthWindow("count", 0));
        assertThat(app.state()).isEqualTo(AppState.FAILED);
        assertThat(app.problems())
                .extracting(problem -> (Object) problem.code())
                .containsExactly(CompileError.ARGUMENTS_REFUSED);

        unmade.close();
        fixture.register(new NthWindow("count", 1));

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.problems()).isEmpty();
    }

    @Test
    void staysStoppedWhenItCouldNotBeginBefore() {
        EventFluxAppRuntime app = deployed(NTH);
        fixture.register(new NthWindow("count", 0)).close();
        app.shutdown();

        fixture.register(new NthWindow("count", 1));

        assertThat(app.state()).isEqualTo(AppState.FAILED);
    }

    @Test
    void letsRowsDriveTheClockThoughItBeganWithWaiting() {
        EventFluxAppRuntime app = fixture.engine.deploy(
                "app",
                "@app:playback " + EngineFixture.STREAM + "from S#window.nth() select n insert into Passed;"
                        + "from Passed#window.every(10 sec) select total(n) as t insert into Out;");
        app.start();
        fixture.register(new NthWindow("count", 1));
        List<String> out = EngineFixture.events(app, "Out");

        EngineFixture.send(app, 1, 5L, "a");
        EngineFixture.send(app, 20_000, 6L, "a");

        assertThat(out).containsExactly("@1[5]");
    }

    @Test
    void keepsStateAndCallbacksWhileItsExtensionIsAway() {
        // given
        ExtensionRegistration registration = fixture.register(new NthWindow("count", 2));
        EventFluxAppRuntime app = deployed(NTH);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");

        // when
        registration.close();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        Thread sender = EngineFixture.thread(() -> EngineFixture.send(app, 2, 6L, "a"));
        EngineFixture.await(() -> sender.getState() == Thread.State.WAITING);
        assertThat(out).isEmpty();
        fixture.register(new NthWindow("count", 2));
        EngineFixture.await(() -> !sender.isAlive());

        // then
        assertThat(out).containsExactly("@2[6]");
        assertThat(app.statistics().streams()).containsEntry("S", 2L);
    }

    @Test
    void keepsWaitingSendersApartFromOtherApplications() {
        ExtensionRegistration registration = fixture.register(new NthWindow("count", 1));
        EventFluxAppRuntime waiting = deployed(NTH);
        EventFluxAppRuntime other = fixture.app("from S select n insert into Out;");
        other.start();
        List<String> out = EngineFixture.events(other, "Out");

        registration.close();
        EngineFixture.send(other, 1, 5L, "a");

        assertThat(waiting.state()).isEqualTo(AppState.WAITING);
        assertThat(other.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@1[5]");
    }

    @Test
    void tellsWaitingSendersWhenItIsStopped() {
        ExtensionRegistration registration = fixture.register(new NthWindow("count", 1));
        EventFluxAppRuntime app = deployed(NTH);
        registration.close();
        AtomicReference<ErrorCode> told = new AtomicReference<>();
        Thread sender = EngineFixture.thread(() -> told.set(
                EngineFixture.problem(() -> EngineFixture.send(app, 2, 6L, "a")).code()));
        EngineFixture.await(() -> sender.getState() == Thread.State.WAITING);

        app.shutdown();
        EngineFixture.await(() -> !sender.isAlive());

        assertThat(told).hasValue(RunError.NOT_RUNNING);
        assertThat(app.state()).isEqualTo(AppState.STOPPED);
    }

    @Test
    void goesOnWithTheNextVersionThatCanReadItsState() {
        ExtensionRegistration registration = fixture.register(new NthWindow("count", 2));
        EventFluxAppRuntime app = deployed(NTH);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");
        registration.close();
        ExtensionRegistration mistake = fixture.register(new NthWindow("another name", 2));
        assertThat(app.state()).isEqualTo(AppState.FAILED);

        mistake.close();
        assertThat(app.state()).isNotEqualTo(AppState.RUNNING);
        fixture.register(new NthWindow("count", 2));
        EngineFixture.send(app, 2, 6L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.problems()).isEmpty();
        assertThat(out).containsExactly("@2[6]");
    }

    @Test
    void failsWhenTheExtensionThatComesBackCannotReadItsState() {
        ExtensionRegistration registration = fixture.register(new NthWindow("count", 2));
        EventFluxAppRuntime app = deployed("@sink(type='kept') define stream Out (n long);" + NTH);
        EngineFixture.send(app, 1, 5L, "a");

        registration.close();
        fixture.register(new NthWindow("another name", 2));

        assertThat(app.state()).isEqualTo(AppState.FAILED);
        assertThat(app.problems())
                .extracting(problem -> (Object) problem.code())
                .containsExactly(AppError.STATE_REFUSED);
        assertThat(EngineFixture.problem(() -> EngineFixture.send(app, 2, 6L, "a"))
                        .code())
                .isEqualTo(RunError.NOT_RUNNING);
        assertThat(app.completion().toCompletableFuture()).isCompletedExceptionally();
        assertThat(fixture.kept.log).containsExactly("start", "stop");
    }

    @Test
    void goesOnWithTheNextBestProviderWhenOneLeaves() {
        fixture.catalog.register(new NthWindow("count", 1), new Provider("spare", "1.0.0", -5));
        ExtensionRegistration best =
                fixture.catalog.register(new NthWindow("count", 2), new Provider("best", "1.0.0", 5));
        EventFluxAppRuntime app = deployed(NTH);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");

        best.close();
        EngineFixture.send(app, 2, 6L, "a");
        EngineFixture.send(app, 3, 7L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@2[6]", "@3[7]");
    }

    @Test
    void startsThoughAProviderLeftBefore() {
        fixture.catalog.register(new NthWindow("count", 1), new Provider("spare", "1.0.0", -5));
        ExtensionRegistration best =
                fixture.catalog.register(new NthWindow("count", 2), new Provider("best", "1.0.0", 5));
        EventFluxAppRuntime app = fixture.app(NTH);
        List<String> out = EngineFixture.events(app, "Out");

        best.close();
        app.start();
        EngineFixture.send(app, 1, 5L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@1[5]");
    }

    @Test
    void givesWhatBecameDueWhileItWaited() {
        ExtensionRegistration registration = fixture.register(new NthWindow("count", 1));
        EventFluxAppRuntime app = deployed("@sink(type='kept') define stream Out (t long);"
                + "from S#window.nth() select n insert into Passed;"
                + "from S#window.every(10 sec) select total(n) as t insert into Out;");
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");

        registration.close();
        fixture.time.moveTo(60_000);
        assertThat(out).isEmpty();
        fixture.register(new NthWindow("count", 1));

        assertThat(out).containsExactly("@1[5]");
        assertThat(fixture.kept.log).containsExactly("start", "stop", "start", "@1[5]");
    }
}
