package eventflux.examples.scenarios.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Row patterns word by word: from one row after another it tries all ways in the order of preference. A way that runs out of rows
 * leaves the answer open, and with it all that comes later.
 */
final class Backtracking {

    private final RowPart pattern;
    private final List<Integer> conditions;
    private final int skip;
    private final int within;

    /**
     * A search.
     *
     * @param conditions by variable, their numbers in the test
     * @param skip its number in the test
     * @param within milliseconds; no limit when negative
     */
    Backtracking(RowPart pattern, List<Integer> conditions, int skip, int within) {
        this.pattern = pattern;
        this.conditions = List.copyOf(conditions);
        this.skip = skip;
        this.within = within;
    }

    /** A row. */
    record Row(long time, int number, int value) {}

    /** A row that belongs to a variable. */
    private record Taken(int variable, int row) {}

    /** More rows have to come before it is known which way is preferred. */
    private static final class Open extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What goes on behind a part; answers the whole match, or nothing. */
    @FunctionalInterface
    private interface Rest {
        List<Taken> match(List<Taken> taken);
    }

    /** The matches that are decided. */
    List<String> found(List<Row> rows) {
        List<String> found = new ArrayList<>();
        int start = 0;
        while (start < rows.size()) {
            List<Taken> match;
            try {
                match = new Attempt(rows, start).match();
            } catch (Open e) {
                return found;
            }
            if (match == null) {
                start++;
            } else {
                found.add(print(match, rows));
                start = next(match, start);
            }
        }
        return found;
    }

    private int next(List<Taken> match, int start) {
        int last = match.get(match.size() - 1).row();
        int variable = skip == 2 || skip == 3 ? 1 : 0;
        List<Integer> marked = rowsOf(match, variable);
        if (skip == 0) {
            return last + 1;
        }
        if (skip == 1 || marked.isEmpty()) {
            return start + 1;
        }
        int target = skip % 2 == 0 ? marked.get(0) : marked.get(marked.size() - 1);
        return Math.max(start + 1, target);
    }

    private static List<Integer> rowsOf(List<Taken> taken, int variable) {
        return taken.stream()
                .filter(one -> one.variable() == variable)
                .map(Taken::row)
                .toList();
    }

    private static String print(List<Taken> match, List<Row> rows) {
        List<Object> values = new ArrayList<>();
        for (int variable = 0; variable < 3; variable++) {
            List<Integer> own = rowsOf(match, variable);
            values.add(own.isEmpty() ? null : own.get(0));
            values.add(own.isEmpty() ? null : own.get(own.size() - 1));
            values.add(own.size() < 2 ? null : own.get(own.size() - 2));
            values.add(own.size());
            values.add(
                    own.isEmpty()
                            ? null
                            : own.stream()
                                    .mapToInt(row -> rows.get(row).value())
                                    .sum());
        }
        return rows.get(match.get(match.size() - 1).row()).time() + " " + values;
    }

    /** A search from one row. */
    private final class Attempt {

        private final List<Row> rows;
        private final int start;

        Attempt(List<Row> rows, int start) {
            this.rows = rows;
            this.start = start;
        }

        List<Taken> match() {
            return match(pattern, List.of(), taken -> taken);
        }

        private List<Taken> match(RowPart part, List<Taken> taken, Rest rest) {
            if (part instanceof RowPart.One one) {
                List<Taken> more = take(one.variable(), taken);
                return more == null ? null : rest.match(more);
            }
            if (part instanceof RowPart.InOrder order) {
                return matchFrom(order.parts(), 0, taken, rest);
            }
            if (part instanceof RowPart.Choice choice) {
                for (RowPart one : choice.parts()) {
                    List<Taken> match = match(one, taken, rest);
                    if (match != null) {
                        return match;
                    }
                }
                return null;
            }
            return repeat((RowPart.Repeat) part, 0, taken, rest);
        }

        private List<Taken> matchFrom(List<RowPart> parts, int place, List<Taken> taken, Rest rest) {
            return place == parts.size()
                    ? rest.match(taken)
                    : match(parts.get(place), taken, more -> matchFrom(parts, place + 1, more, rest));
        }

        private List<Taken> repeat(RowPart.Repeat repeat, int times, List<Taken> taken, Rest rest) {
            boolean mayEnd = times >= repeat.min();
            boolean mayGoOn = repeat.max() < 0 || times < repeat.max();
            if (mayEnd && repeat.reluctant()) {
                List<Taken> match = rest.match(taken);
                if (match != null) {
                    return match;
                }
            }
            if (mayGoOn) {
                // Once it need not, a repetition without a row leads nowhere new.
                List<Taken> match = match(
                        repeat.part(),
                        taken,
                        more -> mayEnd && more.size() == taken.size() ? null : repeat(repeat, times + 1, more, rest));
                if (match != null) {
                    return match;
                }
            }
            return mayEnd && !repeat.reluctant() ? rest.match(taken) : null;
        }

        private List<Taken> take(int variable, List<Taken> taken) {
            int row = start + taken.size();
            if (row == rows.size()) {
                throw new Open();
            }
            boolean isLate =
                    within >= 0 && rows.get(row).time() - rows.get(start).time() > within;
            List<Taken> more = new ArrayList<>(taken);
            more.add(new Taken(variable, row));
            return !isLate && fits(variable, row, more) ? more : null;
        }

        private boolean fits(int variable, int row, List<Taken> taken) {
            int value = rows.get(row).value();
            List<Integer> a = rowsOf(taken, 0);
            return switch (conditions.get(variable)) {
                case 0 -> value > 1;
                case 1 -> value < 3;
                case 2 -> row > 0 && value > rows.get(row - 1).value();
                case 3 -> !a.isEmpty() && value >= rows.get(a.get(a.size() - 1)).value();
                case 4 -> rowsOf(taken, variable).size() < 3;
                default -> Objects.equals(value, 2);
            };
        }
    }
}
