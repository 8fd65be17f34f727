package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.UpdatePlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loops in the life of an application. */
class AppLoopsTest {

    private static final String STEPS = "from S[n < 4] select n + 1L as n, key insert into S;\n";
    private static final String ENDLESS = "from S[n > 0] select n + 1L as n, key insert into S;\n";
    private static final String SUMS = "@info(name='sums') from S select key, total(n) as t insert into Out;\n";

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
    void cutsOffWhatDoesNotEndAndCountsItAtTheQuery() {
        EventFluxAppRuntime app = started(ENDLESS);
        List<String> seen = EngineFixture.events(app, "S");

        EngineFixture.send(app, 1, 1L, "a");
        EngineFixture.send(app, 2, 1L, "b");

        assertThat(seen).hasSize(2 * (1 + 10_000));
        assertThat(app.statistics().errors()).containsEntry("query_1", 2L);
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    void cutsOffALoopThatMakesSeveralRowsOfOne() {
        EventFluxAppRuntime app = started("@info(name='twice') " + ENDLESS + "@info(name='again') " + ENDLESS);
        List<String> seen = EngineFixture.events(app, "S");

        EngineFixture.send(app, 1, 1L, "a");

        assertThat(seen).hasSize(1 + 10_000);
    }

    @Test
    void countsWhatComesRoundAnewForEachRowOfABatch() {
        EventFluxAppRuntime app =
                started("@info(name='steps') from S[n < 9000] select n + 1L as n, key insert into S;\n");

        app.inputHandler("S").send(new Event[] {
            new Event(1, new Object[] {0L, "a"}), new Event(1, new Object[] {0L, "b"})
        });

        assertThat(app.statistics().errors()).isEmpty();
        assertThat(app.statistics().streams()).containsEntry("S", 2L * 9_001);
    }

    @Test
    void keepsTheStateOfQueriesOnALoopThatIsOpenedOrClosed() {
        EventFluxAppRuntime app = started(SUMS);
        List<String> seen = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 3L, "a");

        UpdatePlan closed = app.update(EngineFixture.STREAM + SUMS + STEPS);
        EngineFixture.send(app, 2, 3L, "a");
        UpdatePlan opened = app.update(EngineFixture.STREAM + SUMS);
        EngineFixture.send(app, 3, 3L, "a");

        assertThat(closed.forgets()).isFalse();
        assertThat(opened.forgets()).isFalse();
        assertThat(seen).containsExactly("@1[a, 3]", "@2[a, 6]", "@2[a, 10]", "@3[a, 13]");
    }

    @Test
    void handsOnWhatACallbackSendsWhenNothingComesRoundAnyMore() {
        EventFluxAppRuntime app = started(STEPS);
        List<String> seen = new ArrayList<>();
        app.addRowCallback("S", row -> {
            seen.add(row.toString());
            if (row.getLong(0) == 2) {
                app.inputHandler("S").send(7, new Object[] {9L, "sent"});
            }
        });

        EngineFixture.send(app, 1, 1L, "a");

        assertThat(seen).containsExactly("@1[1, a]", "@1[2, a]", "@1[3, a]", "@1[4, a]", "@7[9, sent]");
    }

    @Test
    void mayBeStoppedByACallbackWhileRowsComeRound() {
        EventFluxAppRuntime app = started(STEPS);
        List<String> seen = new ArrayList<>();
        app.addRowCallback("S", row -> {
            seen.add(row.toString());
            if (row.getLong(0) == 2) {
                app.shutdown();
            }
        });

        EngineFixture.send(app, 1, 1L, "a");

        assertThat(app.state()).isEqualTo(AppState.STOPPED);
        assertThat(seen).startsWith("@1[1, a]", "@1[2, a]");
    }
}
