package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares a partition with one engine for each key: every window, random rows, saved and restored on the way. */
class PartitionPropertyTest {

    private static final String STREAM = "define stream S (k string, g string, v int, ts long);\n";
    private static final int ROWS = 60;
    private static final long START = 1_000;

    static Stream<String> windows() {
        return Stream.of(
                "",
                "[v > 5]",
                "#window.length(3)",
                "#window.lengthBatch(3)",
                "#window.time(5 sec)",
                "#window.timeBatch(4 sec)",
                "#window.timeLength(5 sec, 3)",
                "#window.externalTime(ts, 5 sec)",
                "#window.externalTimeBatch(ts, 4 sec)",
                "#window.session(2 sec)",
                "#window.session(2 sec, g, 1 sec)",
                "#window.sort(3, v, 'desc')",
                "#window.delay(2 sec)",
                "#window.cron('*/5 * * * * ?')",
                "#window.hopping(5 sec, 2 sec)",
                "#window.frequent(2, g)",
                "#window.lossyFrequent(0.3, 0.1, g)",
                "#window.unique(g)",
                "#window.firstUnique(g)",
                "#window.uniqueLength(g, 2)",
                "#window.uniqueLengthBatch(g, 2)",
                "#window.uniqueTime(g, 4 sec)",
                "#window.uniqueTimeBatch(g, 4 sec)",
                "#window.firstLengthBatch(g, 2)",
                "#window.firstTimeBatch(g, 4 sec)");
    }

    static Stream<Arguments> queries() {
        List<String> selections = List.of(
                "select k, v, sum(v) as total, min(v) as low, count() as n insert into Out",
                "select k, g, v, sum(v) as total, max(v) as high group by g insert into Out",
                "select k, g, v, count() as n group by g, v having n > 1 insert all events into Out",
                "select k, v insert all events into Out",
                "select k, v, sum(v) as total group by v output last every 3 events insert into Out",
                "select distinct k, g insert into Out");
        return windows()
                .flatMap(window ->
                        selections.stream().map(selection -> Arguments.of("from S" + window + " " + selection + ";")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void givesToEachKeyWhatAnEngineOfItsOwnGives(String query) {
        SplittableRandom random = new SplittableRandom(query.hashCode());
        String partitioned = STREAM + "partition with (k of S) begin " + query + " end;";
        Map<String, Run> runs = new LinkedHashMap<>();
        try (Run all = new Run(partitioned)) {
            long now = START;
            for (int i = 0; i < ROWS; i++) {
                now += random.nextInt(3) == 0 ? random.nextInt(3_000) : 0;
                Event row = row(random, now);
                String key = (String) row.data(0);
                all.send(now, row);
                if (key != null) {
                    runs.computeIfAbsent(key, name -> new Run(STREAM + query)).send(now, row);
                }
                if (random.nextInt(15) == 0) {
                    all.saveAndRestore();
                }
            }
            long end = now + 60_000;
            all.advanceTo(end);
            Map<String, List<String>> expected = new TreeMap<>();
            runs.forEach((key, run) -> {
                run.advanceTo(end);
                expected.putAll(run.rows);
                run.close();
            });
            assertThat(all.rows).isEqualTo(expected);
        }
    }

    private static Event row(SplittableRandom random, long now) {
        int key = random.nextInt(9);
        int group = random.nextInt(5);
        return new Event(
                now,
                key == 8 ? null : "k" + key % 4,
                group == 4 ? null : "g" + group % 3,
                random.nextInt(12),
                now + random.nextInt(500));
    }

    /** An application and the rows that it gives, by key. */
    private static final class Run implements AutoCloseable {

        private final String text;
        private final VirtualTime time = new VirtualTime(START);
        private final Map<String, List<String>> rows = new TreeMap<>();
        private EventFluxManager manager;
        private EventFluxAppRuntime app;

        Run(String text) {
            this.text = text;
            begin();
        }

        private void begin() {
            manager = EventFluxManager.create(new EngineOptions().withTimeSource(time));
            app = manager.createEventFluxAppRuntime(text);
            app.addCallback("Out", events -> {
                for (Event event : events) {
                    rows.computeIfAbsent((String) event.data(0), key -> new ArrayList<>())
                            .add(event.timestamp() + " " + Arrays.toString(event.data()));
                }
            });
            app.start();
        }

        void send(long now, Event row) {
            advanceTo(now);
            app.inputHandler("S").send(row);
        }

        void advanceTo(long now) {
            time.advance(now - time.millis());
        }

        void saveAndRestore() {
            byte[] snapshot = app.snapshot();
            manager.close();
            begin();
            app.restore(snapshot);
        }

        @Override
        public void close() {
            manager.close();
        }
    }
}
