package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.core.run.RunError;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppSnapshotTest {

    private static final String TOTALS =
            "from S#window.last(3) select key, total(n) as t group by key insert into Out;";

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
    void bringsBackTheStateInPlace() {
        EventFluxAppRuntime app = started(TOTALS);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");
        byte[] snapshot = app.snapshot();
        EngineFixture.send(app, 2, 6L, "a");

        app.restore(snapshot);
        EngineFixture.send(app, 3, 1L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@1[a, 5]", "@2[a, 11]", "@3[a, 6]");
    }

    @Test
    void bringsTheStateIntoAnotherApplicationOfTheSameText() {
        EventFluxAppRuntime first = started(TOTALS);
        EngineFixture.send(first, 1, 5L, "a");

        EventFluxAppRuntime second = fixture.app(TOTALS);
        List<String> out = EngineFixture.events(second, "Out");
        second.restore(first.snapshot());
        assertThat(second.state()).isEqualTo(AppState.CREATED);
        second.start();
        EngineFixture.send(second, 2, 1L, "a");

        assertThat(out).containsExactly("@2[a, 6]");
    }

    @Test
    void refusesWhatIsNoSnapshotOfItAndGoesOn() {
        EventFluxAppRuntime app = started(TOTALS);
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");
        byte[] other =
                started("from S#window.last(2) select n insert into Out;").snapshot();
        byte[] damaged = app.snapshot();
        damaged[damaged.length - 1]++;

        for (byte[] wrong : List.of(new byte[0], new byte[100], other, damaged)) {
            assertThat(EngineFixture.problem(() -> app.restore(wrong)).code()).isEqualTo(RunError.SNAPSHOT_MISMATCH);
        }
        EngineFixture.send(app, 2, 6L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@1[a, 5]", "@2[a, 11]");
    }

    @Test
    void refusesToSaveWhatIsNotThere() {
        EventFluxAppRuntime app = started(TOTALS);
        app.shutdown();

        assertThat(EngineFixture.problem(app::snapshot).code()).isEqualTo(AppError.NOT_BUILT);
    }

    @Test
    void losesNoEventOfASenderWhileItIsSavedAndRestored() {
        // given
        EventFluxAppRuntime app = started("from S#window.last(5) select n insert into Out;");
        AtomicInteger received = new AtomicInteger();
        app.addRowCallback("Out", row -> received.incrementAndGet());
        AtomicInteger sent = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        Thread sender = EngineFixture.thread(() -> {
            while (!enough.get()) {
                EngineFixture.send(app, sent.incrementAndGet(), 1L, "a");
            }
        });

        // when
        for (int i = 0; i < 30; i++) {
            int before = sent.get();
            app.restore(app.snapshot());
            EngineFixture.await(() -> sent.get() > before);
        }
        enough.set(true);
        EngineFixture.await(() -> !sender.isAlive());

        // then
        assertThat(received).hasValue(sent.get());
        assertThat(app.statistics().streams()).containsEntry("S", (long) sent.get());
    }

    @Test
    void givesWhatBecameDueBetweenToThoseWhoWatch() {
        EventFluxAppRuntime first = started("from S#window.every(10 sec) select total(n) as t insert into Out;");
        EngineFixture.send(first, 1, 5L, "a");
        byte[] snapshot = first.snapshot();
        first.shutdown();
        fixture.time.moveTo(60_000);

        EventFluxAppRuntime second = fixture.app("from S#window.every(10 sec) select total(n) as t insert into Out;");
        List<String> out = EngineFixture.events(second, "Out");
        second.restore(snapshot);
        assertThat(out).isEmpty();
        second.start();
        assertThat(out).containsExactly("@1[5]");

        second.restore(snapshot);
        assertThat(out).containsExactly("@1[5]", "@1[5]");
    }
}
