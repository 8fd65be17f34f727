package eventflux.examples.scenarios.window;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.examples.scenarios.Tries;
import eventflux.examples.scenarios.window.ConditionModel.Condition;
import eventflux.examples.scenarios.window.ConditionModel.Row;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares windows whose condition comes with the rows with lists: random rows, mistakes in texts, saved and restored on the way. */
class ConditionPropertyTest {

    private static final int ROWS = 80;
    private static final String FAILED = "from !In select v, -1L as s, -1L as n insert into Out;";
    private static final String PLAIN = " select v, 0L as s, 0L as n insert all events into Out;";

    static IntStream seeds() {
        return Tries.seeds(40);
    }

    private static void compare(int seed, String query, ConditionModel model) {
        SplittableRandom random = new SplittableRandom(seed);
        VirtualTime time = new VirtualTime(1);
        String text = "@OnError(action='stream') define stream In (k string, v int, rule string);\n" + FAILED + query;
        List<Row> sent = new ArrayList<>();
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time));
                EngineRun run = new EngineRun(manager, time, text)) {
            String condition = condition(random);
            for (int i = 1; i <= ROWS; i++) {
                condition = random.nextInt(5) == 0 ? condition(random) : condition;
                String k = random.nextInt(7) == 0 ? null : "k" + random.nextInt(4);
                Row row = new Row(i, k, random.nextInt(8) == 0 ? null : random.nextInt(12), condition);
                sent.add(row);
                model.take(row);
                run.send("In", new Event(row.time(), row.k(), row.v(), row.text()));
                if (random.nextInt(10) == 0) {
                    run.saveAndRestore();
                }
            }
            assertThat(run.rows()).as(() -> query + " of " + sent).isEqualTo(model.given());
        }
    }

    private static String condition(SplittableRandom random) {
        int any = random.nextInt(Condition.values().length + 3);
        return switch (any) {
            case 0 -> null;
            case 1 -> "sum(v";
            case 2 -> "count() + sum(v)";
            default -> Condition.values()[any - 3].text();
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void letsTheOldestRowsGoUntilTheConditionOfTheNewestHolds(int seed) {
        compare(
                seed,
                "from In#window.expression(rule) select v, sum(v) as s, count() as n insert all events into Out;",
                new ConditionModel.Sliding());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void makesBatchesByTheConditionOfTheNewestRow(int seed) {
        compare(seed, "from In#window.expressionBatch(rule)" + PLAIN, new ConditionModel.Batches(false));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void putsTheRowThatEndsABatchIntoIt(int seed) {
        compare(seed, "from In#window.expressionBatch(rule, true)" + PLAIN, new ConditionModel.Batches(true));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void letsRowsThatItHasToldOfGoTogether(int seed) {
        compare(seed, "from In#window.expressionBatch(rule, false, true)" + PLAIN, new ConditionModel.Told());
    }
}
