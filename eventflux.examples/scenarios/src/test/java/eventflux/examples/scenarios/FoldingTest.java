package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches whose rows are taken into results as they come, beside the same batches with their rows kept. */
class FoldingTest {

    private static final int USUAL = 60;
    private static final int ROWS = 80;
    private static final String STREAM = "define stream In (at long, s string, v int);\n";

    private static final List<String> WINDOWS =
            List.of("lengthBatch(4)", "timeBatch(20)", "externalTimeBatch(at, 30)", "cron('* * * * * ?')");
    private static final List<String> FILTERS = List.of("", "[v > 3]");
    private static final List<String> SELECTIONS = List.of(
            "sum(v) as total, count() as n",
            "s, sum(v) as total, max(v) as most group by s",
            "s, v, avg(v) as mean group by s",
            "s, v, sum(v) as total group by s having total > 12",
            "v, minForever(v) as least group by v",
            "s, distinctCount(v) as kinds, last(v) as latest having kinds > 1",
            "s, v, count() as n group by s, v order by n desc, v limit 2");

    static Stream<Integer> seeds() {
        return Tries.seeds(USUAL).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatKeptRowsGive(int seed) {
        // given: a query with a window of its own, and the same one that reads a window that others may read
        Random random = new Random(seed);
        String window = any(random, WINDOWS);
        String rest = any(random, FILTERS) + " select " + any(random, SELECTIONS) + " insert into Out;";
        String folded = STREAM + "from In#window." + window + rest;
        String kept = STREAM + "define window W (at long, s string, v int) " + window + " output current events;\n"
                + "from In insert into W;\nfrom W" + rest;
        long rows = random.nextLong();

        // then
        assertThat(explained(folded)).contains("FOLDING");
        assertThat(explained(kept)).doesNotContain("FOLDING");
        assertThat(run(folded, rows, false)).as(folded).isEqualTo(run(kept, rows, false));
        assertThat(run(folded, rows, true)).as("restarted: %s", folded).isEqualTo(run(kept, rows, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeBatch(1 hour)", "externalTimeBatch(at, 1 hour)", "lengthBatch(1000000)"})
    void keepsGroupsAndNotRows(String window) {
        // given
        String text = STREAM + "from In#window." + window + " select s, v, sum(v) as total group by s insert into Out;";

        // then
        assertThat(savedBytes(text, 10_000)).isEqualTo(savedBytes(text, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from In#window.lengthBatch(4) select sum(v) as total insert all events into Out;",
                "from In#window.lengthBatch(4) select v insert into Out;",
                "from In#window.lengthBatch(4, true) select sum(v) as total insert into Out;",
                "from In#window.lengthBatch(4) select sum(v) as total output snapshot every 1 sec insert into Out;",
                "from In#window.lengthBatch(4)[currentTimeMillis() > at] select sum(v) as total insert into Out;",
                "from In#window.lengthBatch(4) select sum(v + currentTimeMillis()) as total insert into Out;",
                "from In#window.lengthBatch(4)[v in T] select sum(v) as total insert into Out;",
                "from In#window.lengthBatch(4) select s, count() as n group by str:lower(s) insert into Out;",
                "from In#window.externalTimeBatch(at, 10, 0, 5) select sum(v) as total insert into Out;",
                "from In#window.lengthBatch(4) join T on In.v == T.v select sum(T.v) as total insert into Out;"
            })
    void keepsRowsThatAreReadLater(String query) {
        assertThat(explained(STREAM + "define table T (v int);\n" + query)).doesNotContain("FOLDING");
    }

    private static String explained(String text) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            return manager.explain(text).toString();
        }
    }

    private static int savedBytes(String text, int rows) {
        try (EventFluxManager manager =
                EventFluxManager.create(new EngineOptions().withTimeSource(new VirtualTime(1)))) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text);
            app.start();
            for (int i = 0; i < rows; i++) {
                app.inputHandler("In").send(1, new Object[] {1L, "s" + i % 10, i % 7});
            }
            return app.snapshot().length;
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
                run.send("In", new Event(now, now, "s" + random.nextInt(3), random.nextInt(8)));
                if (isRestarted) {
                    run.saveAndRestore();
                }
            }
            run.advanceTo(now + 5_000);
            return List.copyOf(run.rows());
        }
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
