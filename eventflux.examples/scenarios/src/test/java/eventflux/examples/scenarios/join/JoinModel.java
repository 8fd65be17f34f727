package eventflux.examples.scenarios.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Joins by nested loops: what stands on the left of a join is made anew, from all that the windows hold, whenever somebody looks for
 * it. No memory but the windows.
 */
final class JoinModel {

    private final List<Side> sides;
    private final List<Step> steps;
    private final Predicate<List<Row>> where;
    private final List<String> current = new ArrayList<>();
    private final List<String> expired = new ArrayList<>();

    JoinModel(List<Side> sides, List<Step> steps, Predicate<List<Row>> where) {
        this.sides = sides;
        this.steps = steps;
        this.where = where;
    }

    /** A row of a side; null stands for a row that is missing. */
    record Row(long time, Integer number, String key, Integer value) {

        static final Row MISSING = new Row(0, null, null, null);
    }

    /** How long a side holds its rows. */
    enum Window {
        NONE,
        ALL,
        LENGTH,
        TIME,
        BATCH
    }

    /** A side, with what it holds. */
    static final class Side {

        final Window window;
        final int size;
        private final List<Row> held = new ArrayList<>();
        private final List<Row> waiting = new ArrayList<>();

        Side(Window window, int size) {
            this.window = window;
            this.size = size;
        }
    }

    /** Whether a pair belongs together. */
    interface Condition {
        boolean holds(List<Row> left, Row right);
    }

    /**
     * A join of what is on the left with one more side.
     *
     * @param keepsLeft whether rows of the left come out without a partner
     * @param leftSearches whether rows of the left look for partners
     */
    record Step(
            Condition condition, boolean keepsLeft, boolean keepsRight, boolean leftSearches, boolean rightSearches) {}

    /** The joined rows: when, and the numbers of their rows. */
    List<String> current() {
        return current;
    }

    List<String> expired() {
        return expired;
    }

    /** Lets time pass: rows leave when they have been there as long as their window. */
    void advanceTo(long time) {
        while (true) {
            int next = -1;
            for (int i = 0; i < sides.size(); i++) {
                boolean isEarlier = next < 0 || deadline(i) < deadline(next);
                next = deadline(i) <= time && isEarlier ? i : next;
            }
            if (next < 0) {
                return;
            }
            leave(next, deadline(next));
        }
    }

    private long deadline(int number) {
        Side side = sides.get(number);
        return side.window == Window.TIME && !side.held.isEmpty()
                ? side.held.get(0).time() + side.size
                : Long.MAX_VALUE;
    }

    private void leave(int number, long time) {
        Row row = sides.get(number).held.remove(0);
        emit(number, row, time, expired);
    }

    void receive(int number, Row row) {
        Side side = sides.get(number);
        if (side.window == Window.BATCH) {
            side.waiting.add(row);
            if (side.waiting.size() == side.size) {
                while (!side.held.isEmpty()) {
                    leave(number, row.time());
                }
                side.waiting.forEach(one -> come(number, one));
                side.waiting.clear();
            }
            return;
        }
        if (side.window == Window.LENGTH && side.held.size() == side.size) {
            leave(number, row.time());
        }
        come(number, row);
    }

    private void come(int number, Row row) {
        Side side = sides.get(number);
        if (side.window != Window.NONE) {
            side.held.add(row);
        }
        emit(number, row, row.time(), current);
    }

    // A row comes, or has gone: all that it makes together with what is held.
    private void emit(int number, Row row, long time, List<String> out) {
        List<List<Row>> made = number == 0 ? List.of(List.of(row)) : pairs(number - 1, row);
        for (int step = number; step < steps.size(); step++) {
            made = onRight(step, made);
        }
        made.stream()
                .filter(where)
                .forEach(rows -> out.add(time + " "
                        + Arrays.toString(rows.stream().map(Row::number).toArray())));
    }

    private List<List<Row>> pairs(int number, Row right) {
        Step step = steps.get(number);
        if (!step.rightSearches()) {
            return List.of();
        }
        List<List<Row>> found = lefts(number).stream()
                .filter(left -> step.condition().holds(left, right))
                .map(left -> with(left, right))
                .toList();
        if (!found.isEmpty() || !step.keepsRight()) {
            return found;
        }
        List<Row> missing =
                IntStream.rangeClosed(0, number).mapToObj(i -> Row.MISSING).toList();
        return List.of(with(missing, right));
    }

    private List<List<Row>> onRight(int number, List<List<Row>> lefts) {
        Step step = steps.get(number);
        return step.leftSearches() ? joined(number, lefts) : List.of();
    }

    private List<List<Row>> joined(int number, List<List<Row>> lefts) {
        Step step = steps.get(number);
        List<List<Row>> made = new ArrayList<>();
        for (List<Row> left : lefts) {
            List<List<Row>> found = sides.get(number + 1).held.stream()
                    .filter(right -> step.condition().holds(left, right))
                    .map(right -> with(left, right))
                    .toList();
            made.addAll(found);
            if (found.isEmpty() && step.keepsLeft()) {
                made.add(with(left, Row.MISSING));
            }
        }
        return made;
    }

    // All that stands on the left of a join now.
    private List<List<Row>> lefts(int number) {
        List<List<Row>> lefts = sides.get(0).held.stream().map(List::of).toList();
        for (int step = 0; step < number; step++) {
            List<List<Row>> before = lefts;
            int present = step;
            List<List<Row>> made = new ArrayList<>(joined(step, before));
            if (steps.get(step).keepsRight()) {
                for (Row right : sides.get(step + 1).held) {
                    boolean isAlone = before.stream()
                            .noneMatch(left -> steps.get(present).condition().holds(left, right));
                    if (isAlone) {
                        made.add(with(
                                IntStream.rangeClosed(0, step)
                                        .mapToObj(i -> Row.MISSING)
                                        .toList(),
                                right));
                    }
                }
            }
            lefts = made;
        }
        return lefts;
    }

    private static List<Row> with(List<Row> left, Row right) {
        List<Row> all = new ArrayList<>(left);
        all.add(right);
        return all;
    }
}
