package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EngineOptions;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.Problem;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.catalog.ExtensionRegistration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppPersistenceTest {

    private static final String TOTALS =
            "@app:name('totals') from S#window.last(3) select key, total(n) as t group by key insert into Out;";

    private final KeptStates states = new KeptStates();
    private EngineFixture fixture;

    @BeforeEach
    void begin() {
        fixture = engine(Map.of("persistence.type", "kept", "persistence.place", "here"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private EngineFixture engine(Map<String, String> settings) {
        EngineFixture made = new EngineFixture(new EngineOptions().withSettings(settings));
        made.register(states);
        return made;
    }

    private EventFluxAppRuntime started() {
        EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(text());
        app.start();
        return app;
    }

    private static String text() {
        return TOTALS.substring(0, TOTALS.indexOf(" from"))
                + EngineFixture.STREAM
                + TOTALS.substring(TOTALS.indexOf("from"));
    }

    @Test
    void goesOnAfterACleanStop() {
        EventFluxAppRuntime app = started();
        EngineFixture.send(app, 1, 5L, "a");
        app.shutdown();

        EventFluxAppRuntime again = app;
        List<String> out = EngineFixture.events(again, "Out");
        again.start();
        EngineFixture.send(again, 2, 6L, "a");

        assertThat(out).containsExactly("@2[a, 11]");
    }

    @Test
    void goesOnInAnotherEngineWithTheLastThatWasSaved() {
        EventFluxAppRuntime app = started();
        EngineFixture.send(app, 1, 5L, "a");
        long revision = app.persist();
        EngineFixture.send(app, 2, 6L, "a");
        fixture = engine(Map.of("persistence.type", "kept", "persistence.place", "here"));

        EventFluxAppRuntime again = fixture.engine.createEventFluxAppRuntime(text());
        List<String> out = EngineFixture.events(again, "Out");
        again.start();
        EngineFixture.send(again, 3, 1L, "a");

        assertThat(again.revisions()).containsExactly(revision);
        assertThat(out).containsExactly("@3[a, 6]");
    }

    @Test
    void savesAtEachInterval() {
        EventFluxAppRuntime app = started();
        assertThat(app.revisions()).isEmpty();

        for (int i = 1; i <= 5; i++) {
            int most = Math.min(i, 3);
            fixture.time.moveTo(fixture.time.millis() + 60_000);
            long now = fixture.time.millis();
            EngineFixture.await(() -> app.revisions().size() == most && newest(app) == now);
            // The next one is planned when this one has been saved.
            EngineFixture.await(() -> fixture.time.requests().contains(now + 60_000));
        }
        app.shutdown();
        List<Long> atTheEnd = app.revisions();
        fixture.time.moveTo(fixture.time.millis() + 600_000);

        assertThat(app.revisions()).isEqualTo(atTheEnd).hasSize(3);
    }

    private static long newest(EventFluxAppRuntime app) {
        List<Long> revisions = app.revisions();
        return revisions.isEmpty() ? 0 : revisions.get(revisions.size() - 1);
    }

    @Test
    void numbersGrowEvenWhenTheClockGoesBack() {
        EventFluxAppRuntime app = started();
        states.states.get("totals").put(5_000_000L, new byte[0]);

        assertThat(app.persist()).isEqualTo(5_000_001L);
        assertThat(app.persist()).isEqualTo(5_000_002L);
    }

    @Test
    void takesTheOneBeforeADamagedOne() {
        EventFluxAppRuntime app = started();
        EngineFixture.send(app, 1, 5L, "a");
        app.persist();
        EngineFixture.send(app, 2, 6L, "a");
        states.damaged.add(app.persist());
        EngineFixture.send(app, 3, 7L, "a");
        List<String> out = EngineFixture.events(app, "Out");

        assertThat(app.restoreLastRevision()).hasValue(app.revisions().get(0));
        EngineFixture.send(app, 4, 1L, "a");

        assertThat(out).containsExactly("@4[a, 6]");
    }

    @Test
    void restoresARevisionByItsNumberAndRefusesOthers() {
        EventFluxAppRuntime app = started();
        EngineFixture.send(app, 1, 5L, "a");
        long first = app.persist();
        EngineFixture.send(app, 2, 6L, "a");
        app.persist();
        List<String> out = EngineFixture.events(app, "Out");

        app.restoreRevision(first);
        EngineFixture.send(app, 3, 1L, "a");

        assertThat(out).containsExactly("@3[a, 6]");
        assertThat(EngineFixture.problem(() -> app.restoreRevision(7)).code()).isEqualTo(AppError.UNKNOWN_REVISION);
    }

    @Test
    void beginsAnewWhenAllRevisionsAreDeleted() {
        EventFluxAppRuntime app = started();
        EngineFixture.send(app, 1, 5L, "a");
        app.shutdown();
        app.clearAllRevisions();
        List<String> out = EngineFixture.events(app, "Out");

        app.start();
        EngineFixture.send(app, 2, 1L, "a");

        assertThat(out).containsExactly("@2[a, 1]");
        assertThat(app.restoreLastRevision()).isEmpty();
    }

    @Test
    void goesOnWhenTheStoreIsFullAndSaysSoToWhoAsks() {
        EventFluxAppRuntime app = started();
        states.isFull = true;

        assertThat(EngineFixture.problem(app::persist).code()).isEqualTo(AppError.REVISIONS_FAILED);
        EngineFixture.send(app, 1, 5L, "a");
        app.shutdown();

        assertThat(app.state()).isEqualTo(AppState.STOPPED);
    }

    @Test
    void refusesSettingsOfAStoreThatNobodyHasNamed() {
        fixture.close();
        fixture = new EngineFixture(
                new EngineOptions().withSettings(Map.of("persistence.typ", "kept", "persistence.interval", "1 sec")));

        Problem problem = EngineFixture.problem(() -> fixture.engine.deploy("totals", text()));

        assertThat(problem.code()).isEqualTo(AppError.PERSISTENCE_UNTYPED);
        assertThat(problem.suggestion()).contains("persistence.type");
    }

    @Test
    void waitsForTheExtensionThatKeepsStates() {
        fixture.close();
        fixture = new EngineFixture(
                new EngineOptions().withSettings(Map.of("persistence.type", "kept", "persistence.place", "here")));
        assertThat(EngineFixture.problem(() -> fixture.engine.createEventFluxAppRuntime(text()))
                        .code())
                .isEqualTo(AppError.PERSISTENCE_MISSING);
        EventFluxAppRuntime app = fixture.engine.deploy("totals", text());
        app.start();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThat(app.waitingFor()).containsExactly("persistence store kept");

        ExtensionRegistration registration = fixture.register(states);
        EngineFixture.send(app, 1, 5L, "a");
        app.persist();
        registration.close();

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(states.opened).isZero();
        assertThat(EngineFixture.problem(app::persist).code()).isEqualTo(AppError.PERSISTENCE_MISSING);
    }

    @Test
    void savesWhatWaitsForAnExtensionWhenItIsStopped() {
        ExtensionRegistration leaving = fixture.register(new TestWindows.Tail());
        EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(text().replace("last(", "tail("));
        app.start();
        EngineFixture.send(app, 1, 5L, "a");
        leaving.close();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        app.shutdown();

        fixture.register(new TestWindows.Tail());
        List<String> out = EngineFixture.events(app, "Out");
        app.start();
        EngineFixture.send(app, 2, 6L, "a");

        assertThat(out).containsExactly("@2[a, 11]");
    }

    @Test
    void refusesToRunWithoutItsStateWhenTheSettingsAreWrong() {
        expectFailure(Map.of("persistence.plaec", "x", "persistence.place", "x"), AnalysisError.UNKNOWN_SETTING);
        expectFailure(Map.of(), AnalysisError.MISSING_SETTING);
        expectFailure(Map.of("persistence.place", "x", "persistence.interval", "soon"), AppError.PERSISTENCE_SETTING);
    }

    private void expectFailure(Map<String, String> settings, ErrorCode code) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("persistence.type", "kept");
        fixture.close();
        fixture = engine(all);
        EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(text());

        assertThat(EngineFixture.problem(app::start).code()).isEqualTo(code);
        assertThat(app.state()).isEqualTo(AppState.FAILED);
    }

    @Test
    void saysThatNothingKeepsStates() {
        fixture.close();
        fixture = new EngineFixture();
        EventFluxAppRuntime app = started();

        assertThat(EngineFixture.problem(app::persist).code()).isEqualTo(AppError.NO_PERSISTENCE);
        assertThat(EngineFixture.problem(app::revisions).code()).isEqualTo(AppError.NO_PERSISTENCE);
    }

    @Test
    void usesTheStoreThatAProgramGives() {
        fixture.close();
        fixture = new EngineFixture();
        fixture.engine.setPersistenceStore(states);
        EventFluxAppRuntime app = started();
        EngineFixture.send(app, 1, 5L, "a");
        app.shutdown();

        assertThat(app.revisions()).hasSize(1);
    }
}
