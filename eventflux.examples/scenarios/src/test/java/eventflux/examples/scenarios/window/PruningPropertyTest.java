package eventflux.examples.scenarios.window;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.examples.scenarios.Tries;
import eventflux.testkit.time.VirtualTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that keep the columns only that are read, beside the same windows with whole rows. */
class PruningPropertyTest {

    private static final int USUAL = 100;
    private static final int ROWS = 60;
    private static final String COLUMNS = "(pad string, at long, s string, v int, t string, d double, id long)";
    private static final String STREAM = "define stream In " + COLUMNS + ";\n";
    // A row that fails has to go on whole, so windows keep all columns.
    private static final String WHOLE = "@OnError(action='STREAM') " + STREAM;

    private static final List<String> WINDOWS = List.of(
            "length(4)",
            "time(20)",
            "timeLength(30, 3)",
            "externalTime(at, 25)",
            "delay(9)",
            "sort(4, v, 'desc', t)",
            "session(10, s)",
            "lengthByKey(2, s)",
            "unique(s)",
            "uniqueLength(t, 3)",
            "uniqueTime(s, 20)",
            "firstUnique(t)",
            "frequent(2, s)",
            "expression('count() <= 3 and last.v - first.v < 6')",
            "lengthBatch(4)",
            "lengthBatch(3, true)",
            "timeBatch(20)",
            "externalTimeBatch(at, 30)",
            "externalTimeBatch(at, 30, 0, 15)",
            "hopping(30, 10)",
            "uniqueLengthBatch(s, 3)",
            "batch()",
            "expressionBatch('count() <= 3')");

    private static final List<String> FILTERS = List.of("", "[v > 2]", "[str:length(pad) > 4]");
    private static final List<String> BEHIND = List.of("", "[d > 1.0]", "[not (t is null)]");
    private static final List<String> SELECTIONS = List.of(
            "sum(v) as total, count() as n",
            "count() as n",
            "s, sum(v) as total, max(d) as most group by s",
            "t, v",
            "t, concat(t, s) as both, d having d > 2.0",
            "s, t, avg(v) as mean group by s, t having mean > 2.0",
            "s, last(t) as latest, distinctCount(v) as kinds group by s",
            "distinct t, v",
            "eventTimestamp() as time, id",
            "s, v, id order by d desc, id limit 2");
    private static final List<String> KINDS = List.of("current", "expired", "all");

    static Stream<Integer> seeds() {
        return Tries.seeds(USUAL).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatWholeRowsGive(int seed) {
        Random random = new Random(seed);
        String query = "from In" + any(random, FILTERS) + "#window." + any(random, WINDOWS) + any(random, BEHIND)
                + " select " + any(random, SELECTIONS) + " insert " + any(random, KINDS) + " events into Out;";

        assertSame(query, random.nextLong());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatWholeRowsGiveInPartitions(int seed) {
        Random random = new Random(seed);
        String query = "partition with (s of In) begin from In" + any(random, FILTERS) + "#window."
                + any(random, WINDOWS) + any(random, BEHIND) + " select " + any(random, SELECTIONS)
                + " insert " + any(random, KINDS) + " events into Out; end;";

        assertSame(query, random.nextLong());
    }

    private static void assertSame(String query, long rows) {
        List<String> expected = run(WHOLE + query, rows, false);

        assertThat(explained(WHOLE + query)).doesNotContain(" keeps (");
        assertThat(run(STREAM + query, rows, false)).as(query).isEqualTo(expected);
        assertThat(run(STREAM + query, rows, true)).as("restarted: %s", query).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from In#window.length(4) select * insert into Out;",
                "from In#window.frequent(2) select s insert into Out;",
                "from In#window.expression(t) select s insert into Out;",
                "from In#window.length(4)#log('row') select s insert into Out;",
                "from In#window.length(4) join In#window.sort(3, s) as b on b.s == In.s select b.s as s insert into Out;",
                "define window W " + COLUMNS + " length(4); from In insert into W; from W select s insert into Out;"
            })
    void keepsWholeRows(String query) {
        assertThat(explained(STREAM + query)).doesNotContain(" keeps (");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from In#window.length(4) select s insert into Out;",
                "from In#window.sort(4, s) select count() as n insert into Out;",
                "from In#log('row')#window.length(4) select s insert into Out;"
            })
    void keepsTheColumnsThatAreRead(String query) {
        assertThat(explained(STREAM + query)).contains(" keeps (s)");
    }

    private static String explained(String text) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            return manager.explain(text).toString();
        }
    }

    private static List<String> run(String text, long seed, boolean isRestarted) {
        Random random = new Random(seed);
        VirtualTime time = new VirtualTime(1);
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time));
                EngineRun run = new EngineRun(manager, time, text)) {
            long now = 1;
            for (int i = 0; i < ROWS; i++) {
                now += random.nextInt(8);
                run.send("In", row(now, i, random));
                if (isRestarted) {
                    run.saveAndRestore();
                }
            }
            run.advanceTo(now + 5_000);
            return List.copyOf(run.rows());
        }
    }

    private static Event row(long now, long id, Random random) {
        return new Event(
                now,
                "padding".substring(random.nextInt(7)),
                now,
                "s" + random.nextInt(3),
                random.nextInt(8),
                random.nextInt(5) == 0 ? null : "text ".repeat(random.nextInt(3)) + random.nextInt(3),
                random.nextInt(6) == 0 ? null : random.nextInt(40) / 8.0,
                id);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
