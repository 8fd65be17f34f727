package eventflux.examples.scenarios.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What windows give whose condition comes with the rows, from lists of rows. */
abstract class ConditionModel {

    private final List<String> given = new ArrayList<>();
    private Optional<Condition> present = Optional.empty();

    /** A row: its time, a text, a number or none, and the text of a condition. */
    record Row(long time, String k, Integer v, String text) {}

    /** Conditions, as a text and as code. */
    enum Condition {
        COUNT("count() <= 3") {
            @Override
            boolean holds(List<Row> rows, Row row, Row first, Row last) {
                return rows.size() <= 3;
            }
        },
        SUM("sum(v) < 20") {
            @Override
            boolean holds(List<Row> rows, Row row, Row first, Row last) {
                return sum(rows).filter(sum -> sum < 20).isPresent();
            }
        },
        SPREAD("max(v) - min(v) <= 6") {
            @Override
            boolean holds(List<Row> rows, Row row, Row first, Row last) {
                List<Integer> sorted = numbers(rows).sorted().toList();
                return !sorted.isEmpty() && sorted.get(sorted.size() - 1) - sorted.get(0) <= 6;
            }
        },
        ENDS("last.v >= first.v") {
            @Override
            boolean holds(List<Row> rows, Row row, Row first, Row last) {
                return last.v() != null && first.v() != null && last.v() >= first.v();
            }
        },
        KINDS("distinctCount(k) <= 2 and count() < 6") {
            @Override
            boolean holds(List<Row> rows, Row row, Row first, Row last) {
                return rows.stream().map(Row::k).distinct().count() <= 2 && rows.size() < 6;
            }
        },
        AT_HAND("v % 3 != 0") {
            @Override
            boolean holds(List<Row> rows, Row row, Row first, Row last) {
                return row.v() != null && row.v() % 3 != 0;
            }
        };

        private final String text;

        Condition(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        static Optional<Condition> of(String text) {
            return Stream.of(values())
                    .filter(condition -> condition.text.equals(text))
                    .findFirst();
        }

        abstract boolean holds(List<Row> rows, Row row, Row first, Row last);
    }

    static Stream<Integer> numbers(List<Row> rows) {
        return rows.stream().map(Row::v).filter(Objects::nonNull);
    }

    static Optional<Long> sum(List<Row> rows) {
        return numbers(rows).map(Integer::longValue).reduce(Long::sum);
    }

    /** A row comes. */
    final void take(Row row) {
        Optional<Condition> brought = Condition.of(row.text());
        if (brought.isEmpty()) {
            tell(row.time(), row, "-1, -1");
            return;
        }
        if (!brought.equals(present)) {
            present = brought;
            tryAgain(row.time());
        }
        enter(row, row.time());
    }

    final boolean holds(List<Row> rows, Row row, Row first, Row last) {
        return present.orElseThrow().holds(rows, row, first, last);
    }

    /** Rows that are in are tried again at a time. */
    abstract void tryAgain(long now);

    /** A row comes under the present condition. */
    abstract void enter(Row row, long now);

    final void tell(long time, Row row, String aggregates) {
        given.add(time + " [" + row.v() + ", " + aggregates + "]");
    }

    /** A line a row that comes out. */
    final List<String> given() {
        return given;
    }

    /** Rows leave from the oldest on until the condition holds. */
    static final class Sliding extends ConditionModel {

        private List<Row> kept = new ArrayList<>();
        private final List<Row> counted = new ArrayList<>();

        @Override
        void tryAgain(long now) {
            List<Row> again = kept;
            kept = new ArrayList<>();
            for (Row row : again) {
                makeRoom(row, now);
                if (!kept.contains(row)) {
                    expire(row, now);
                }
            }
        }

        @Override
        void enter(Row row, long now) {
            makeRoom(row, now);
            counted.add(row);
            tell(row.time(), row);
            if (!kept.contains(row)) {
                expire(row, now);
            }
        }

        // Whether the row stays is seen from the list.
        private void makeRoom(Row row, long now) {
            kept.add(row);
            Row atHand = row;
            while (!holds(kept, atHand, kept.get(0), row)) {
                atHand = kept.remove(0);
                if (kept.isEmpty()) {
                    return;
                }
                expire(atHand, now);
            }
        }

        private void expire(Row row, long now) {
            counted.remove(row);
            tell(now, row);
        }

        private void tell(long time, Row row) {
            tell(time, row, sum(counted).orElse(null) + ", " + counted.size());
        }
    }

    /** Rows are told of in batches; the one with which the condition does not hold ends a batch. */
    static final class Batches extends ConditionModel {

        private final boolean isTriggerIncluded;
        private List<Row> open = new ArrayList<>();
        private List<Row> last = List.of();

        Batches(boolean isTriggerIncluded) {
            this.isTriggerIncluded = isTriggerIncluded;
        }

        @Override
        void tryAgain(long now) {
            List<Row> again = open;
            open = new ArrayList<>();
            again.forEach(row -> enter(row, now));
        }

        @Override
        void enter(Row row, long now) {
            open.add(row);
            if (holds(open, row, open.get(0), row)) {
                return;
            }
            if (!isTriggerIncluded) {
                open.remove(open.size() - 1);
            }
            if (!open.isEmpty()) {
                last.forEach(one -> tell(now, one, "0, 0"));
                open.forEach(one -> tell(one.time(), one, "0, 0"));
                last = open;
            }
            open = new ArrayList<>(isTriggerIncluded ? List.of() : List.of(row));
        }
    }

    /** Rows are told of as they come and leave together, also when another condition divides them. */
    static final class Told extends ConditionModel {

        private List<Row> open = new ArrayList<>();

        @Override
        void tryAgain(long now) {
            for (int i = 0; i < open.size(); i++) {
                if (!holds(open.subList(0, i + 1), open.get(i), open.get(0), open.get(i))) {
                    expireAll(now);
                }
            }
        }

        @Override
        void enter(Row row, long now) {
            open.add(row);
            if (!holds(open, row, open.get(0), row)) {
                open.remove(open.size() - 1);
                expireAll(now);
                open.add(row);
            }
            tell(row.time(), row, "0, 0");
        }

        private void expireAll(long now) {
            open.forEach(one -> tell(now, one, "0, 0"));
            open = new ArrayList<>();
        }
    }
}
