package eventflux.examples.scenarios.join;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.examples.scenarios.Tries;
import eventflux.examples.scenarios.join.JoinModel.Condition;
import eventflux.examples.scenarios.join.JoinModel.Row;
import eventflux.examples.scenarios.join.JoinModel.Side;
import eventflux.examples.scenarios.join.JoinModel.Step;
import eventflux.examples.scenarios.join.JoinModel.Window;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Compares random joins over random rows, saved and restored on the way, with {@link JoinModel}. */
class JoinPropertyTest {

    private static final int JOINS = 250;
    private static final List<String> KINDS = List.of("JOIN", "LEFT OUTER JOIN", "RIGHT OUTER JOIN", "FULL OUTER JOIN");

    @Test
    void joinsAsNestedLoopsDo() {
        VirtualTime time = new VirtualTime(1_000);
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time))) {
            Tries.seeds(JOINS).forEach(seed -> check(new Case(seed), manager, time));
        }
    }

    private static void check(Case made, EventFluxManager manager, VirtualTime time) {
        SplittableRandom random = made.random;
        JoinModel model = new JoinModel(made.sides, made.steps, made::passes);
        StringBuilder script = new StringBuilder();
        try (EngineRun run = new EngineRun(manager, time, made.text())) {
            long now = time.millis();
            for (int i = 0; i < 40; i++) {
                now += random.nextInt(3) == 0 ? random.nextInt(6) : 0;
                int side = random.nextInt(made.sides.size());
                int value = random.nextInt(6);
                String key = random.nextInt(8) == 0 ? null : "k" + random.nextInt(3);
                Row row = new Row(now, i, key, value == 5 ? null : value);
                script.append(Case.NAMES.get(side)).append(' ').append(row).append('\n');
                run.send(Case.NAMES.get(side), new Event(now, i, key, row.value(), Case.real(row.value())));
                model.advanceTo(now);
                if (made.lets(side, row)) {
                    model.receive(side, row);
                }
                if (random.nextInt(8) == 0) {
                    run.saveAndRestore();
                    script.append("restart\n");
                }
                same(made, model, run, script);
            }
            run.advanceTo(now + 50);
            model.advanceTo(now + 50);
            same(made, model, run, script);
        }
    }

    private static void same(Case made, JoinModel model, EngineRun run, StringBuilder script) {
        List<String> expected = new ArrayList<>(made.wantsCurrent() ? model.current() : List.of());
        expected.addAll(made.wantsExpired() ? model.expired() : List.of());
        List<String> missing = new ArrayList<>(expected);
        run.rows().forEach(missing::remove);
        List<String> unexpected = new ArrayList<>(run.rows());
        expected.forEach(unexpected::remove);
        assertThat(unexpected)
                .as("%s%n%s%n%smissing %s", made.seed, made.text(), script, missing)
                .isEmpty();
        assertThat(missing).as("%s%n%s%n%s", made.seed, made.text(), script).isEmpty();
    }

    /** A join made by chance; of two sides in the classic dialect, too. */
    private static final class Case {

        private static final List<String> NAMES = List.of("A", "B", "C");
        private static final List<Double> REALS = List.of(0.0, -0.0, Double.NaN, 1.5, 3.0);

        private final int seed;
        private final SplittableRandom random;
        private final List<Side> sides = new ArrayList<>();
        private final List<Integer> leasts = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<String> joins = new ArrayList<>();
        private final String events;
        private final boolean isClassic;
        // What WHERE, behind the join, asks of the rows of the first side; negative where there is none.
        private final int where;

        Case(int seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.events = List.of("", "EXPIRED EVENTS ", "ALL EVENTS ").get(random.nextInt(3));
            this.isClassic = random.nextBoolean();
            side();
            int count = !isClassic && random.nextInt(2) == 0 ? 3 : 2;
            for (int i = 1; i < count; i++) {
                side();
                step(i, count);
            }
            this.where = !isClassic && random.nextInt(3) == 0 ? random.nextInt(3) : -1;
        }

        boolean passes(List<Row> pair) {
            Integer value = pair.get(0).value();
            return where < 0 || value != null && value >= where;
        }

        boolean wantsCurrent() {
            return !events.startsWith("EXPIRED");
        }

        boolean wantsExpired() {
            return !events.isEmpty();
        }

        private void side() {
            // Batches tell of what left in one go with what comes: only what comes is compared.
            int kinds = wantsExpired() ? 3 : 4;
            Window window = List.of(Window.LENGTH, Window.TIME, isClassic ? Window.NONE : Window.ALL, Window.BATCH)
                    .get(random.nextInt(kinds));
            sides.add(new Side(window, 1 + random.nextInt(window == Window.TIME ? 12 : 4)));
            leasts.add(random.nextInt(4) == 0 ? random.nextInt(4) : -1);
        }

        /** Whether a row passes the filter of its side. */
        boolean lets(int side, Row row) {
            return leasts.get(side) < 0 || row.value() != null && row.value() >= leasts.get(side);
        }

        private void step(int right, int count) {
            int left = random.nextInt(right);
            // What a further side looks into is made of rows that have partners.
            int kind = right < count - 1 ? 0 : random.nextInt(4);
            int compared = random.nextInt(11);
            String l = NAMES.get(left);
            String r = NAMES.get(right);
            String on = switch (compared) {
                case 0 -> l + ".k = " + r + ".k";
                case 1 -> l + ".v < " + r + ".v";
                case 2 -> l + ".k = " + r + ".k AND " + l + ".v >= " + r + ".v";
                case 3 -> r + ".v = " + l + ".v AND " + l + ".k = " + r + ".k";
                case 4 -> l + ".v + 1 >= " + r + ".v AND " + r + ".v + 1 >= " + l + ".v";
                case 5 -> l + ".v = " + r + ".v + 0.0";
                case 6 -> r + ".v > " + l + ".v + 0.5 AND " + l + ".n < " + r + ".n";
                case 8 -> l + ".d = " + r + ".d";
                case 9 -> l + ".d >= " + r + ".d";
                case 10 -> r + ".v < " + l + ".d AND " + l + ".k = " + r + ".k";
                default -> l + ".v > " + r + ".v - 2 AND " + l + ".v <= " + r + ".v";
            };
            Condition condition = (lefts, row) -> holds(compared, lefts.get(left), row);
            int alone = isClassic ? random.nextInt(4) : 0;
            steps.add(new Step(condition, kind == 1 || kind == 3, kind == 2 || kind == 3, alone != 2, alone != 1));
            joins.add((alone == 1 ? " unidirectional " : " ") + KINDS.get(kind) + " " + source(right)
                    + (alone == 2 ? " unidirectional" : "") + " ON " + on);
        }

        /** The real number of a value: some are special. */
        static Double real(Integer value) {
            return value == null ? null : REALS.get(value);
        }

        private static boolean holds(int compared, Row left, Row right) {
            boolean sameKey = left.key() != null && left.key().equals(right.key());
            if (compared == 0) {
                return sameKey;
            }
            if (left.value() == null || right.value() == null) {
                return false;
            }
            int one = left.value();
            int other = right.value();
            return switch (compared) {
                case 1 -> one < other;
                case 2 -> sameKey && one >= other;
                case 3 -> sameKey && one == other;
                case 4 -> Math.abs(one - other) <= 1;
                case 5 -> one == other;
                case 6 -> other > one && left.number() < right.number();
                case 8 -> real(one).doubleValue() == real(other);
                case 9 -> real(one) >= real(other);
                case 10 -> sameKey && other < real(one);
                default -> one > other - 2 && one <= other;
            };
        }

        private String source(int number) {
            Side side = sides.get(number);
            if (isClassic) {
                String window = switch (side.window) {
                    case LENGTH -> "#window.length(" + side.size + ")";
                    case TIME -> "#window.time(" + side.size + " milliseconds)";
                    case BATCH -> "#window.lengthBatch(" + side.size + ")";
                    default -> "";
                };
                return NAMES.get(number) + filter(number) + window;
            }
            String window = switch (side.window) {
                case LENGTH -> " WINDOW('length', " + side.size + ")";
                case TIME -> " WINDOW('time', " + side.size + " milliseconds)";
                case BATCH -> " WINDOW('lengthBatch', " + side.size + ")";
                default -> "";
            };
            return NAMES.get(number) + filter(number) + window;
        }

        private String filter(int number) {
            return leasts.get(number) < 0 ? "" : "[v >= " + leasts.get(number) + "]";
        }

        String text() {
            StringBuilder text = new StringBuilder();
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < sides.size(); i++) {
                text.append("CREATE STREAM ").append(NAMES.get(i)).append(" (n INT, k STRING, v INT, d DOUBLE);\n");
                columns.add(NAMES.get(i) + ".n AS n" + i);
            }
            String select = "SELECT " + String.join(", ", columns);
            String from = "\nFROM " + source(0) + String.join("", joins);
            String into = "INSERT " + events + "INTO Out ";
            return isClassic
                    ? text + from + " " + select + " " + into + ";"
                    : text + into + select + from + (where < 0 ? "" : " WHERE A.v >= " + where) + ";";
        }
    }
}
