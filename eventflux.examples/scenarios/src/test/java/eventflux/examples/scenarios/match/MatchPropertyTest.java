package eventflux.examples.scenarios.match;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.examples.scenarios.Tries;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Compares random row patterns over random rows, saved and restored on the way, with a search by backtracking that tries everything
 * in the order of preference.
 */
class MatchPropertyTest {

    private static final int PATTERNS = 400;
    private static final int ROWS = 25;
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> CONDITIONS =
            List.of("%1$s.v > 1", "%1$s.v < 3", "%1$s.v > PREV(v)", "%1$s.v >= a.v", "COUNT(%1$s.v) < 3", "%1$s.v = 2");
    private static final List<String> SKIPS =
            List.of("PAST LAST ROW", "TO NEXT ROW", "TO FIRST b", "TO LAST b", "TO FIRST a", "TO LAST a");

    @Test
    void findsWhatBacktrackingFinds() {
        VirtualTime time = new VirtualTime(1_000);
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time))) {
            int matches = Tries.seeds(PATTERNS)
                    .map(seed -> check(seed, manager, time))
                    .sum();
            assertThat(matches).isGreaterThan(PATTERNS);
        }
    }

    private static int check(int seed, EventFluxManager manager, VirtualTime time) {
        SplittableRandom random = new SplittableRandom(seed);
        // The names of all three are there, so that measures may ask for them.
        RowPart pattern = new RowPart.InOrder(
                List.of(RowPart.random(random, 2), new RowPart.Choice(List.of(one(0), one(1), one(2)))));
        List<Integer> conditions = List.of(
                random.nextInt(CONDITIONS.size()),
                random.nextInt(CONDITIONS.size()),
                random.nextInt(CONDITIONS.size()));
        int skip = random.nextInt(SKIPS.size());
        int within = random.nextInt(3) == 0 ? 2 + random.nextInt(8) : -1;
        String text = text(pattern, conditions, skip, within);
        Backtracking search = new Backtracking(pattern, conditions, skip, within);
        List<Backtracking.Row> rows = new ArrayList<>();
        try (EngineRun run = new EngineRun(manager, time, text)) {
            long now = time.millis();
            for (int i = 0; i < ROWS; i++) {
                now += random.nextInt(4);
                Backtracking.Row row = new Backtracking.Row(now, i, random.nextInt(5));
                rows.add(row);
                run.send("S", new Event(now, i, row.value()));
                if (random.nextInt(6) == 0) {
                    run.saveAndRestore();
                }
                assertThat(run.rows()).as("%s%n%s%n%s", seed, text, rows).isEqualTo(search.found(rows));
            }
            return run.rows().size();
        }
    }

    private static RowPart one(int variable) {
        return new RowPart.One(variable);
    }

    private static String text(RowPart pattern, List<Integer> conditions, int skip, int within) {
        StringBuilder text = new StringBuilder("CREATE STREAM S (n INT, v INT);\nINSERT INTO Out SELECT ");
        StringBuilder measures = new StringBuilder();
        for (String name : NAMES) {
            measures.append(measures.isEmpty() ? "" : ", ")
                    .append("FIRST(%1$s.n) AS f%1$s, LAST(%1$s.n) AS l%1$s, LAST(%1$s.n, 1) AS p%1$s".formatted(name))
                    .append(", COUNT(%1$s.n) AS c%1$s, SUM(%1$s.v) AS s%1$s".formatted(name));
        }
        text.append("* FROM S MATCH_RECOGNIZE (\n    MEASURES ").append(measures);
        text.append("\n    AFTER MATCH SKIP ").append(SKIPS.get(skip));
        text.append("\n    PATTERN (").append(pattern.text(NAMES)).append(")");
        text.append(within < 0 ? "" : " WITHIN " + within + " MILLISECONDS");
        text.append("\n    DEFINE ");
        for (int i = 0; i < NAMES.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(NAMES.get(i)).append(" AS ");
            text.append(CONDITIONS.get(conditions.get(i)).formatted(NAMES.get(i)));
        }
        return text.append(") AS m;").toString();
    }
}
