package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.Dictionary;
import eventflux.api.event.RowAppender;
import eventflux.core.run.RunError;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppAsyncTest {

    private static final int ROWS = 10_000;
    private static final String QUERIES = """
            from S[n % 3 != 0]#window.last(7) select key, total(n) as t group by key insert into Sums;
            from S[n % 5 == 0] select key, n as t insert into Sums;
            from Sums select key, total(t) as t group by key insert into Out;
            """;

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private EventFluxAppRuntime started(String name, String annotation) {
        EventFluxAppRuntime app = fixture.engine.deploy(name, annotation + EngineFixture.STREAM + QUERIES);
        app.start();
        return app;
    }

    private static Event event(int number) {
        return new Event(number, (long) number, "key " + number % 13);
    }

    private static List<String> oneByOne(EventFluxAppRuntime app) {
        List<String> out = EngineFixture.events(app, "Out");
        for (int i = 0; i < ROWS; i++) {
            app.inputHandler("S").send(event(i));
        }
        app.shutdown();
        return out;
    }

    private static List<String> inBatches(EventFluxAppRuntime app) {
        List<String> out = EngineFixture.events(app, "Out");
        for (int i = 0; i < ROWS; i += 100) {
            app.inputHandler("S")
                    .send(IntStream.range(i, i + 100)
                            .mapToObj(AppAsyncTest::event)
                            .toArray(Event[]::new));
        }
        app.shutdown();
        return out;
    }

    private static List<String> throughAnAppender(EventFluxAppRuntime app) {
        List<String> out = EngineFixture.events(app, "Out");
        RowAppender rows = app.inputHandler("S").appender();
        for (int i = 0; i < ROWS; i++) {
            rows.begin(i).setLong(0, i).setString(1, "key " + i % 13).commit();
            if (i % 37 == 0) {
                rows.flush();
            }
        }
        rows.flush();
        app.shutdown();
        return out;
    }

    private static List<String> byColumns(EventFluxAppRuntime app) {
        List<String> out = EngineFixture.events(app, "Out");
        ColumnAppender columns = app.inputHandler("S").columnAppender();
        Dictionary keys =
                Dictionary.of(IntStream.range(0, 13).mapToObj(i -> "key " + i).toList());
        long[] numbers = LongStream.range(0, ROWS).toArray();
        int[] places = IntStream.range(0, ROWS).map(i -> i % 13).toArray();
        String[] texts = IntStream.of(places).mapToObj(keys::text).toArray(String[]::new);
        for (int from = 0; from < ROWS; from += 50) {
            columns.begin(50, numbers, from).setLongs(0, numbers, from);
            if (from % 100 == 0) {
                columns.setStrings(1, keys, places, from).send();
            } else {
                columns.setStrings(1, texts, from).send();
            }
        }
        app.shutdown();
        return out;
    }

    @Test
    void givesTheSameOutputHoweverTheRowsAreSent() {
        String ring = "@async(buffer.size='64') ";
        List<String> expected = oneByOne(started("a", ""));
        assertThat(expected).hasSizeGreaterThan(ROWS / 2);

        assertThat(inBatches(started("b", ""))).isEqualTo(expected);
        assertThat(throughAnAppender(started("c", ""))).isEqualTo(expected);
        assertThat(oneByOne(started("d", ring))).isEqualTo(expected);
        assertThat(inBatches(started("e", ring))).isEqualTo(expected);
        assertThat(throughAnAppender(started("f", ring))).isEqualTo(expected);
        assertThat(byColumns(started("g", ""))).isEqualTo(expected);
        assertThat(byColumns(started("h", ring))).isEqualTo(expected);
    }

    @Test
    void beginsEmptyWhenItIsStartedAgain() {
        EventFluxAppRuntime app = started("a", "@async(buffer.size='64') ");
        List<String> out = EngineFixture.events(app, "Out");
        app.inputHandler("S").send(event(1));
        app.shutdown();

        assertThat(EngineFixture.problem(() -> app.inputHandler("S").send(event(2)))
                        .code())
                .isEqualTo(RunError.NOT_RUNNING);
        app.start();
        app.inputHandler("S").send(event(4));
        app.shutdown();

        assertThat(out).containsExactly("@1[key 1, 1]", "@4[key 4, 4]");
    }

    @Test
    void refusesEventsBeforeItIsStarted() {
        EventFluxAppRuntime app =
                fixture.engine.deploy("a", "@async(buffer.size='64') " + EngineFixture.STREAM + QUERIES);

        assertThat(EngineFixture.problem(() -> app.inputHandler("S").send(event(2)))
                        .code())
                .isEqualTo(RunError.NOT_RUNNING);
    }
}
