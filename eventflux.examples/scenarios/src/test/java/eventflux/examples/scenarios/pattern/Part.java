package eventflux.examples.scenarios.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A pattern as the random tests make it, and as the classic dialect writes it. */
sealed interface Part {

    /** As an element of a chain. */
    String text();

    /**
     * An event that has to come, or several of them.
     *
     * @param max at most; {@link #OPEN} without an end
     * @param inGroup whether it stands in a group that repeats
     */
    record One(String alias, String stream, Test test, int min, int max, boolean inGroup) implements Part {

        static final int OPEN = Integer.MAX_VALUE;

        boolean isCounted() {
            return min != 1 || max != 1;
        }

        /** Whether there may be several of it. */
        boolean isCollected() {
            return inGroup || isCounted();
        }

        @Override
        public String text() {
            String quantity = isCounted() ? "<" + min + ":" + (max == OPEN ? "" : max) + ">" : "";
            return alias + "=" + stream + quantity + test.text();
        }
    }

    /**
     * An event that must not come.
     *
     * @param millis for how long; 0 as long as the others last
     */
    record Silence(String stream, Test test, long millis) implements Part {
        @Override
        public String text() {
            return "not " + stream + test.text() + (millis == 0 ? "" : " for " + millis + " milliseconds");
        }
    }

    /** All parts, or one of them, in any order. */
    record Any(boolean all, List<Part> parts) implements Part {
        @Override
        public String text() {
            return parts.stream()
                    .map(part -> part instanceof Every ? "(" + part.text() + ")" : part.text())
                    .collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
        }
    }

    /**
     * One part after another.
     *
     * @param separator between them
     */
    record Chain(List<Part> parts, String separator) implements Part {
        @Override
        public String text() {
            return "(" + inside() + ")";
        }

        String inside() {
            return parts.stream().map(Part::text).collect(Collectors.joining(separator));
        }
    }

    /**
     * One part after another, several times.
     *
     * @param min how often at least
     * @param max at most; {@link One#OPEN} without an end
     */
    record Group(Chain chain, int min, int max) implements Part {
        @Override
        public String text() {
            return "(" + chain.inside() + ")<" + min + (min == max ? "" : ":" + (max == One.OPEN ? "" : max)) + ">";
        }
    }

    /** What starts anew. */
    record Every(Part part) implements Part {
        @Override
        public String text() {
            return "every " + part.text();
        }
    }

    /** A chain that has to be through in time. */
    record Within(Chain chain, long millis) implements Part {
        @Override
        public String text() {
            return "(" + chain.inside() + " within " + millis + " milliseconds)";
        }
    }

    /** An event. */
    record Row(long time, String stream, int number, Integer value) {}

    /**
     * What an event's value has to be.
     *
     * @param operator a comparison, or empty for any value
     * @param other what it is compared with: an event, or else the number
     */
    record Test(String operator, Optional<Other> other, int number) {

        static final Test ANY = new Test("", Optional.empty(), 0);

        String text() {
            if (operator.isEmpty()) {
                return "";
            }
            String compared = "v " + operator + " "
                    + other.map(Other::text).map(text -> text + ".v").orElse("" + number);
            boolean isOwn = other.filter(Other::own).isPresent();
            return isOwn ? "[" + other.get().text() + ".v is null or " + compared + "]" : "[" + compared + "]";
        }

        boolean fits(Row row, Map<String, List<Row>> events) {
            if (operator.isEmpty()) {
                return true;
            }
            Integer right = other.isPresent() ? other.get().value(events) : Integer.valueOf(number);
            if (other.isPresent() && other.get().own() && right == null) {
                return true;
            }
            if (row.value() == null || right == null) {
                return false;
            }
            return switch (operator) {
                case ">" -> row.value() > right;
                case "<" -> row.value() < right;
                default -> row.value().equals(right);
            };
        }
    }

    /**
     * A value of another event, or of one that the same part has collected before.
     *
     * @param index "" for the last, else a number or "last-1"
     */
    record Other(String alias, String index, boolean own) {

        String text() {
            return alias + (index.isEmpty() ? "" : "[" + index + "]");
        }

        Integer value(Map<String, List<Row>> events) {
            Row row = at(events.getOrDefault(alias, List.of()), index);
            return row == null ? null : row.value();
        }

        /** One of the events of a part; null when there are not so many. */
        static Row at(List<Row> all, String index) {
            int place = switch (index) {
                case "", "last" -> all.size() - 1;
                case "last-1" -> all.size() - 2;
                default -> Integer.parseInt(index);
            };
            return place < 0 || place >= all.size() ? null : all.get(place);
        }
    }
}
