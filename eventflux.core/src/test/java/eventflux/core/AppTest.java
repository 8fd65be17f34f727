package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import eventflux.api.QueryCallback;
import eventflux.api.Registration;
import eventflux.api.StreamCallback;
import eventflux.api.error.Problem;
import eventflux.core.run.RunError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppTest {

    private static final String TOTALS =
            "@info(name='totals') from S#window.last(3) select key, total(n) as t group by key insert into Out;";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime started(String queries) {
        EventFluxAppRuntime app = fixture.app(queries);
        app.start();
        return app;
    }

    @Test
    void runsQueries() {
        EventFluxAppRuntime app = started(TOTALS);
        List<String> out = EngineFixture.events(app, "Out");

        EngineFixture.send(app, 1, 5L, "a");
        EngineFixture.send(app, 2, 6L, "b");
        EngineFixture.send(app, 3, 7L, "a");
        EngineFixture.send(app, 4, 1L, "a");

        assertThat(out).containsExactly("@1[a, 5]", "@2[b, 6]", "@3[a, 12]", "@4[a, 8]");
        assertThat(app.statistics().streams()).containsEntry("S", 4L).containsEntry("Out", 4L);
        assertThat(app.statistics().queries()).containsEntry("totals", 4L);
        assertThat(app.streams()).containsOnlyKeys("S", "Out");
        assertThat(app.queries()).containsOnlyKeys("totals");
    }

    @Test
    void beginsEmptyWhenItIsStartedAgain() {
        EventFluxAppRuntime app = started(TOTALS);
        List<String> out = EngineFixture.events(app, "Out");
        InputHandler input = app.inputHandler("S");
        input.send(1, new Object[] {5L, "a"});

        app.shutdown();
        app.shutdown();
        assertThat(app.state()).isEqualTo(AppState.STOPPED);
        assertThat(EngineFixture.problem(() -> input.send(6L, "a")).code()).isEqualTo(RunError.NOT_RUNNING);
        app.start();
        app.start();
        input.send(2, new Object[] {1L, "a"});

        assertThat(out).containsExactly("@1[a, 5]", "@2[a, 1]");
        assertThat(app.statistics().streams()).containsEntry("S", 1L);
    }

    @Test
    void countsErrorsSinceTheLastStart() {
        EventFluxAppRuntime app = started("@info(name='q') from S select no13(n) as n insert into Out;");
        List<String> out = EngineFixture.events(app, "Out");

        app.inputHandler("S")
                .send(new Event[] {new Event(1, 12L, "a"), new Event(2, 13L, "a"), new Event(3, 14L, "a")});
        assertThat(out).containsExactly("@1[12]", "@3[14]");
        assertThat(app.statistics().errors()).containsEntry("q", 1L);
        app.shutdown();
        app.start();

        assertThat(app.statistics().errors()).isEmpty();
    }

    @Test
    void refusesEventsBeforeItIsStarted() {
        EventFluxAppRuntime app = fixture.app(TOTALS);

        assertThat(EngineFixture.problem(() -> app.inputHandler("S").send(1L, "a"))
                        .code())
                .isEqualTo(RunError.NOT_RUNNING);
    }

    @Test
    void suggestsAStreamOrQueryForANameThatIsNotThere() {
        EventFluxAppRuntime app = started(TOTALS);
        StreamCallback events = received -> {};
        QueryCallback rows = (time, current, expired) -> {};

        Problem stream = EngineFixture.problem(() -> app.addCallback("Ouut", events));
        Problem query = EngineFixture.problem(() -> app.addCallback("total", rows));

        assertThat(stream.code()).isEqualTo(AppError.UNKNOWN_STREAM);
        assertThat(stream.suggestion()).contains("Out");
        assertThat(query.code()).isEqualTo(AppError.UNKNOWN_QUERY);
        assertThat(query.suggestion()).contains("totals");
        assertThat(EngineFixture.problem(() -> app.inputHandler("Nothing like it"))
                        .suggestion())
                .isEmpty();
        assertThat(EngineFixture.problem(() -> app.addRowCallback("T", row -> {}))
                        .code())
                .isEqualTo(AppError.UNKNOWN_STREAM);
    }

    @Test
    void tellsQueryCallbacksOfRowsThatComeAndGo() {
        EventFluxAppRuntime app = started("@info(name='q') from S#window.last(1) select n insert all events into Out;");
        List<String> seen = new ArrayList<>();
        app.addCallback(
                "q",
                (long time, Event[] current, Event[] expired) ->
                        seen.add(time + " " + Arrays.toString(current) + " " + Arrays.toString(expired)));
        fixture.time.set(2_000);

        EngineFixture.send(app, 1, 5L, "a");
        EngineFixture.send(app, 2, 6L, "a");

        assertThat(seen).containsExactly("1 [@1[5]] null", "2 [@2[6]] [expired@2000[5]]");
    }

    @Test
    void keepsGoingWhenACallbackFailsOrIsTakenBack() {
        EventFluxAppRuntime app = started(TOTALS);
        List<String> seen = new ArrayList<>();
        Registration[] once = new Registration[1];
        once[0] = app.addCallback("Out", events -> {
            seen.add("once");
            once[0].close();
            throw new IllegalStateException("on purpose");
        });
        app.addRowCallback("Out", row -> seen.add(row.toString()));

        EngineFixture.send(app, 1, 5L, "a");
        EngineFixture.send(app, 2, 6L, "a");

        assertThat(seen).containsExactly("once", "@1[a, 5]", "@2[a, 11]");
        assertThat(app.statistics().errors()).containsEntry("callback on stream Out", 1L);
    }

    @Test
    void mayBeStoppedFromACallback() {
        for (String playback : List.of("", "@app:playback ")) {
            EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(
                    playback + EngineFixture.STREAM + "from S#window.every(10) select n insert into Out;");
            app.start();
            app.addCallback("S", events -> app.shutdown());

            app.inputHandler("S").send(new Event[] {new Event(1, 1L, "a"), new Event(2, 2L, "a")});

            assertThat(app.state()).isEqualTo(AppState.STOPPED);
            assertThat(EngineFixture.problem(() -> EngineFixture.send(app, 1, 5L, "a"))
                            .code())
                    .isEqualTo(RunError.NOT_RUNNING);
        }
    }

    @Test
    void mayBeStoppedFromACallbackWhileThreadsOfItsOwnBringRows() {
        for (String decoupled : List.of("@async(buffer.size='64') ", "@source(type='hand') ")) {
            // given: two ways in, one of which may wait for the callback
            EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(decoupled
                    + EngineFixture.STREAM
                    + "define stream T (n long); from S select n insert into Out; from T select n insert into Out;");
            app.start();
            app.addCallback("Out", events -> app.shutdown());

            // when
            app.inputHandler("T").send(1L);

            // then
            EngineFixture.await(() -> app.state() == AppState.STOPPED);
            app.close();
        }
    }

    @Test
    void givesWhatIsDueWhenItsTimeComes() {
        EventFluxAppRuntime app = started("from S#window.every(10 sec) select total(n) as t insert into Out;");
        List<String> out = EngineFixture.events(app, "Out");

        EngineFixture.send(app, 1, 5L, "a");
        EngineFixture.send(app, 2, 6L, "a");
        fixture.time.moveTo(10_999);
        assertThat(out).isEmpty();
        fixture.time.moveTo(11_000);

        assertThat(out).containsExactly("@2[11]");
        assertThat(fixture.wakes()).isZero();
    }

    @Test
    void asksNobodyToBeWokenOnceItIsStopped() {
        EventFluxAppRuntime app = started("from S#window.every(10 sec) select n insert into Out;");
        EngineFixture.send(app, 1, 5L, "a");
        assertThat(fixture.wakes()).isOne();

        app.shutdown();

        assertThat(fixture.wakes()).isZero();
    }

    @Test
    void stopsSinksAfterTheirLastRow() {
        EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(EngineFixture.STREAM
                + "@sink(type='kept') define stream Out (n long);" + "from S select n insert into Out;");
        app.start();

        EngineFixture.send(app, 1, 5L, "a");
        app.shutdown();

        assertThat(fixture.kept.log).containsExactly("start", "@1[5]", "stop");
    }
}
