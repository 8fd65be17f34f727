package eventflux.examples.scenarios.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.examples.scenarios.Tries;
import eventflux.examples.scenarios.pattern.Part.Chain;
import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Other;
import eventflux.examples.scenarios.pattern.Part.Row;
import eventflux.examples.scenarios.pattern.Part.Within;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Compares random patterns over random events, saved and restored on the way, with {@link PatternModel}. */
class PatternPropertyTest {

    private static final int PATTERNS = 300;
    private static final List<String> INDEXES = List.of("0", "1", "last", "last-1");

    @Test
    void matchesWhatTheDefinitionMatches() {
        compare(false);
    }

    @Test
    void matchesSequencesAsDefined() {
        compare(true);
    }

    private static void compare(boolean isSequence) {
        VirtualTime time = new VirtualTime(1_000);
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time))) {
            Tries.seeds(PATTERNS).forEach(seed -> check(seed, isSequence, manager, time));
        }
    }

    private static void check(int seed, boolean isSequence, EventFluxManager manager, VirtualTime time) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomPattern patterns = new RandomPattern(random, isSequence);
        Part pattern = patterns.next();
        String text = text(pattern, patterns.ones());
        List<String> expected = new ArrayList<>();
        long start = time.millis();
        PatternModel model = new PatternModel(
                pattern,
                isSequence,
                start,
                (when, events) -> expected.add(when + " " + values(patterns.ones(), events)));
        try (EngineRun run = new EngineRun(manager, time, text)) {
            StringBuilder script = new StringBuilder();
            long now = start;
            for (int i = 0; i < 30 && expected.size() < 200 && model.attempts.size() < 100; i++) {
                now += random.nextInt(3) == 0 ? random.nextInt(12) : 0;
                Row row = row(random, now, i);
                script.append(row).append('\n');
                model.take(row);
                run.send(row.stream(), new Event(row.time(), row.number(), row.value()));
                if (random.nextInt(6) == 0) {
                    run.saveAndRestore();
                    script.append("restart\n");
                }
                same(expected, run, seed, text, script);
            }
            model.advanceTo(now + 100);
            run.advanceTo(now + 100);
            same(expected, run, seed, text, script);
        }
    }

    private static void same(List<String> expected, EngineRun run, int seed, String text, StringBuilder script) {
        assertThat(run.rows().stream().sorted().toList())
                .as("%s%n%s%n%s", seed, text, script)
                .isEqualTo(expected.stream().sorted().toList());
    }

    private static Row row(SplittableRandom random, long now, int number) {
        String stream = List.of("A", "B", "C").get(random.nextInt(3));
        int value = random.nextInt(5);
        return new Row(now, stream, number, value == 4 ? null : value);
    }

    private static String text(Part pattern, List<One> ones) {
        StringBuilder text = new StringBuilder();
        for (String stream : List.of("A", "B", "C")) {
            text.append("define stream ").append(stream).append(" (n int, v int);\n");
        }
        text.append("from ");
        if (pattern instanceof Within within) {
            text.append(within.chain().inside())
                    .append(" within ")
                    .append(within.millis())
                    .append(" milliseconds");
        } else {
            text.append(((Chain) pattern).inside());
        }
        text.append("\nselect 0 as zero");
        int column = 0;
        for (One one : ones) {
            for (String index : one.isCollected() ? INDEXES : List.of("")) {
                String event = one.alias() + (index.isEmpty() ? "" : "[" + index + "]");
                text.append(", ").append(event).append(".n as c").append(column++);
            }
            if (one.isCollected()) {
                text.append(", count(%1$s) as n%2$d, sum(%1$s.v) as s%2$d, max(%1$s.n) as m%2$d"
                        .formatted(one.alias(), column));
            }
        }
        return text.append(" insert into Out;").toString();
    }

    private static List<Object> values(List<One> ones, Map<String, List<Row>> events) {
        List<Object> values = new ArrayList<>(List.of(0));
        for (One one : ones) {
            List<Row> rows = events.getOrDefault(one.alias(), List.of());
            for (String index : one.isCollected() ? INDEXES : List.of("")) {
                Row row = Other.at(rows, index);
                values.add(row == null ? null : row.number());
            }
            if (one.isCollected()) {
                List<Integer> present =
                        rows.stream().map(Row::value).filter(Objects::nonNull).toList();
                values.add(rows.size());
                values.add(
                        present.isEmpty()
                                ? null
                                : present.stream().mapToInt(value -> value).sum());
                values.add(rows.isEmpty() ? null : rows.get(rows.size() - 1).number());
            }
        }
        return values;
    }
}
