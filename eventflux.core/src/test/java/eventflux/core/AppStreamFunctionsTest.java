package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.event.RowAppender;
import eventflux.core.catalog.ExtensionRegistration;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppStreamFunctionsTest {

    private static final int ROWS = 20_000;
    private static final byte[] KEY = {'a', 'b', 'c'};

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime started(String queries) {
        EventFluxAppRuntime app =
                fixture.engine.createEventFluxAppRuntime("@app:playback\n" + EngineFixture.STREAM + queries);
        app.start();
        return app;
    }

    @Test
    void emitsWhatItsTimerFinds() {
        fixture.register(new TestStreamFunctions.Later());
        EventFluxAppRuntime app = started("from S#later(n * 10) select n, key, late insert into Out;");
        List<String> out = EngineFixture.events(app, "Out");

        EngineFixture.send(app, 100, 1L, "a");
        EngineFixture.send(app, 105, 2L, "b");
        EngineFixture.send(app, 110, 3L, "c");
        EngineFixture.send(app, 200, 4L, "d");

        assertThat(out).containsExactly("@100[1, a, 10]", "@105[2, b, 20]", "@110[3, c, 30]");
    }

    @Test
    void keepsItsTimerOverASnapshot() {
        fixture.register(new TestStreamFunctions.Later());
        String query = "from S#later(n * 10) select n, key, late insert into Out;";
        EventFluxAppRuntime first = started(query);
        EngineFixture.send(first, 100, 1L, "a");
        EventFluxAppRuntime second = started(query);
        List<String> out = EngineFixture.events(second, "Out");

        second.restore(first.snapshot());
        EngineFixture.send(second, 200, 2L, "b");

        assertThat(out).containsExactly("@100[1, a, 10]");
    }

    @Test
    void goesOnWithItsOtherRowsWhenOneFailsBehindIt() {
        fixture.register(new TestStreamFunctions.Twice());
        EventFluxAppRuntime app =
                started("from S#twice() select key, total(copy * n) as t group by key insert into Out;");
        List<String> out = EngineFixture.events(app, "Out");

        EngineFixture.send(app, 1, Long.MAX_VALUE / 2, "a");
        EngineFixture.send(app, 2, 1L, "b");

        assertThat(out).contains("@2[b, 1]", "@2[b, 3]");
    }

    @Test
    void waitsWhileItIsAwayAndGoesOnWithItsState() {
        ExtensionRegistration there = fixture.register(new TestStreamFunctions.Numbered());
        EventFluxAppRuntime app = started("from S#numbered(n) select n, number insert into Out;");
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 5L, "a");

        there.close();
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        fixture.register(new TestStreamFunctions.Numbered());
        EngineFixture.send(app, 2, 7L, "a");

        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(out).containsExactly("@1[5, 1]", "@2[7, 2]");
    }

    @Test
    void allocatesNothingForARow() {
        fixture.register(new TestStreamFunctions.Numbered());
        EventFluxAppRuntime app = started("from S#numbered(n * 2)[number > 0] select n, key, twice insert into Out;");
        RowAppender appender = app.inputHandler("S").appender();

        send(appender, 0);

        assertThat(Math.min(send(appender, ROWS), send(appender, 2 * ROWS))).isLessThan(ROWS);
    }

    private static long send(RowAppender appender, long from) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (long i = from; i < from + ROWS; i++) {
            appender.begin(i).setLong(0, i).setUtf8(1, KEY, 0, KEY.length).commit();
            appender.flush();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
