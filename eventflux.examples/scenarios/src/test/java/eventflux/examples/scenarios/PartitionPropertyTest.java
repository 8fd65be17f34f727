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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares a partition with one engine for each key: every window, random rows, saved and restored on the way. */
class PartitionPropertyTest {

    private static final String STREAM = "define stream S (k string, g string, v int, ts long);\n";
    private static final String CONDITION = "ifThenElse(v < 4, 'count() <= 3', ifThenElse(v < 6, 'no condition', "
            + "ifThenElse(v < 10, concat('sum(v) < ', convert(v * 3, 'string')), 'max(v) > 2 and distinctCount(g) <= 2')))";
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
                "#window.firstTimeBatch(g, 4 sec)",
                "#window.expression('sum(v) < 20 and last.v - first.v < 9')",
                "#window.expression(" + CONDITION + ")",
                "#window.expressionBatch(" + CONDITION + ", true)",
                "#window.expressionBatch(" + CONDITION + ", false, true)");
    }

    static Stream<Arguments> queries() {
        List<String> selections = List.of(
                "select k, v, sum(v) as total, min(v) as low, count() as n insert into Out",
                "select k, g, v, sum(v) as total, max(v) as high group by g insert into Out",
                "select k, g, v, count() as n group by g, v having n > 1 insert all events into Out",
                "select k, v insert all events into Out",
                "select k, v, sum(v) as total group by v output last every 3 events insert into Out",
                "select distinct k, g insert into Out");
        Stream<String> simple = windows()
                .flatMap(window -> selections.stream().map(selection -> "from S" + window + " " + selection + ";"));
        return Stream.concat(simple, compounds()).map(Arguments::of);
    }

    // Of several sources, steps or queries; an inner stream is an ordinary one where there is no partition.
    private static Stream<String> compounds() {
        String pair = " select a.k as k, a.v as v, b.v as w insert all events into Out;";
        String match = " select e1.k as k, e1.v as v, e2.v as w insert into Out;";
        return Stream.of(
                "from S#window.length(3) as a join S#window.length(2) as b on a.g == b.g" + pair,
                "from S#window.time(4 sec) as a left outer join S[v > 4]#window.length(2) as b on a.v == b.v" + pair,
                "from S#window.time(4 sec) as a join S#window.time(3 sec) as b on a.v > b.v and a.v < b.v + 4" + pair,
                "from S as a unidirectional join S#window.lengthBatch(3) as b on a.g == b.g" + pair,
                "from S#window.length(3) as a full outer join S#window.sort(2, v) as b on a.g == b.g and a.v != b.v"
                        + " select coalesce(a.k, b.k) as k, a.v as v, b.v as w insert all events into Out;",
                "from S#window.length(4) as a join S#window.length(3) as b on a.g == b.g"
                        + " select a.k as k, a.g as g, sum(b.v) as total, count() as n group by a.g insert into Out;",
                "from every e1=S[v > 3] -> e2=S[v > e1.v] within 5 sec" + match,
                "from every (e1=S[v > 3] -> e2=S[v < e1.v])" + match,
                "from every (e1=S<2:3> -> e2=S[v == 1])" + match,
                "from every e1=S[v > 6] -> not S[v > 8] for 3 sec select e1.k as k, e1.v as v insert into Out;",
                "from every (e1=S[g == 'g0'] and e2=S[g == 'g1']) within 6 sec" + match,
                "from every e1=S, e2=S[v >= e1.v]+, e3=S[v < e2[last].v]"
                        + " select e1.k as k, e1.v as v, e2[last].v as w, e3.v as x insert into Out;",
                "from S#window.length(2) select k, g, sum(v) as v insert into #I;"
                        + " from #I#window.lengthBatch(2) select k, max(v) as top, count() as n insert into Out;",
                "from S select k, g, v insert into #I; from every e1=#I -> e2=#I[v > e1.v and g == e1.g]" + match,
                "from S#window.timeBatch(3 sec) select k, g, sum(v) as v group by g insert into #I;"
                        + " from #I select k, g, v, sum(v) as total insert into Out;",
                "from S select k, v output snapshot every 2 sec insert into Out;",
                "from S#window.length(3) select k, sum(v) as total output first every 2 sec insert into Out;",
                "from S#window.time(4 sec) select k, g, v output all every 3 sec insert all events into Out;");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void givesToEachKeyWhatAnEngineOfItsOwnGives(String query) {
        compare(query, () -> "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void givesTheSameWithAnyNumberOfWorkers(String query) {
        SplittableRandom workers = new SplittableRandom(query.length());
        compare(query, () -> "@Async(buffer.size='16', workers='" + workers.nextInt(2, 6) + "') ");
    }

    // Whenever the state is restored, the stream has the annotation that comes next.
    private static void compare(String query, Supplier<String> annotation) {
        SplittableRandom random = new SplittableRandom(query.hashCode());
        String partitioned = STREAM + "partition with (k of S) begin " + query + " end;";
        Map<String, Run> runs = new LinkedHashMap<>();
        try (Run all = new Run(() -> annotation.get() + partitioned, START)) {
            long now = START;
            for (int i = 0; i < ROWS; i++) {
                now += random.nextInt(3) == 0 ? random.nextInt(3_000) : 0;
                long begun = now;
                Event row = row(random, now);
                String key = (String) row.data(0);
                all.send(now, row);
                if (key != null) {
                    runs.computeIfAbsent(key, name -> new Run(() -> STREAM + query.replace("#I", "I"), begun))
                            .send(now, row);
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

        private final Supplier<String> text;
        private final VirtualTime time;
        private final Map<String, List<String>> rows = new TreeMap<>();
        private EventFluxManager manager;
        private EventFluxAppRuntime app;
        private boolean isSharded;
        private long sent;

        Run(Supplier<String> text, long start) {
            this.text = text;
            this.time = new VirtualTime(start);
            begin();
        }

        private void begin() {
            manager = EventFluxManager.create(new EngineOptions().withTimeSource(time));
            String present = text.get();
            isSharded = present.contains("workers");
            app = manager.createEventFluxAppRuntime(present);
            sent = 0;
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
            sent++;
            while (app.statistics().streams().get("S") < sent) {
                Thread.onSpinWait();
            }
            if (isSharded) {
                // Nothing is on its way in shards when a snapshot has been taken: time goes on after the row.
                app.snapshot();
            }
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
