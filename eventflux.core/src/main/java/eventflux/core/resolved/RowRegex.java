package eventflux.core.resolved;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The pattern of a row match, over its variables. */
public sealed interface RowRegex {

    /** Whether it matches without a row. */
    boolean isEmpty();

    /**
     * A row.
     *
     * @param variable its place among the variables
     */
    record One(int variable) implements RowRegex {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String toString() {
            return "#" + variable;
        }
    }

    /**
     * One after another.
     *
     * @param parts in order
     */
    record InOrder(List<RowRegex> parts) implements RowRegex {
        /** Copies the list. */
        public InOrder {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isEmpty() {
            return parts.stream().allMatch(RowRegex::isEmpty);
        }

        @Override
        public String toString() {
            return parts.stream().map(RowRegex::toString).collect(Collectors.joining(" ", "(", ")"));
        }
    }

    /**
     * One of several, the first preferred.
     *
     * @param parts the choices
     */
    record Choice(List<RowRegex> parts) implements RowRegex {
        /** Copies the list. */
        public Choice {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isEmpty() {
            return parts.stream().anyMatch(RowRegex::isEmpty);
        }

        @Override
        public String toString() {
            return parts.stream().map(RowRegex::toString).collect(Collectors.joining(" | ", "(", ")"));
        }
    }

    /**
     * Several times.
     *
     * @param part what repeats
     * @param min at least so often
     * @param max at most; no end when empty
     * @param reluctant whether fewer times are preferred
     */
    record Repeat(RowRegex part, int min, OptionalInt max, boolean reluctant) implements RowRegex {
        @Override
        public boolean isEmpty() {
            return min == 0 || part.isEmpty();
        }

        @Override
        public String toString() {
            return part + "{" + min + "," + (max.isPresent() ? max.getAsInt() : "") + "}" + (reluctant ? "?" : "");
        }
    }
}
