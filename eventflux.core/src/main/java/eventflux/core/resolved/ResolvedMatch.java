package eventflux.core.resolved;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * {@code MATCH_RECOGNIZE}. Conditions see the row as input 0, with values of the rows before it behind its own columns, and as input
 * 1 what is captured so far, the row itself included.
 *
 * @param stream whose rows are matched
 * @param filter which rows there are
 * @param elements what expressions may name, each a step: the variables, sets of them, and all rows; with what is captured of them
 * @param variables in the order of the pattern
 * @param pattern over the variables
 * @param skip where the search goes on
 * @param within how many milliseconds a match may take
 * @param previous the columns behind those of a row, each a copy of a column of the row before
 */
public record ResolvedMatch(
        String stream,
        Optional<Expr> filter,
        ResolvedPattern elements,
        List<Variable> variables,
        RowRegex pattern,
        Skip skip,
        OptionalLong within,
        List<Integer> previous) {

    /** Copies the lists. */
    public ResolvedMatch {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(elements, "elements");
        variables = List.copyOf(variables);
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(skip, "skip");
        Objects.requireNonNull(within, "within");
        previous = List.copyOf(previous);
    }

    /** The conditions on rows. */
    public Stream<Expr> conditions() {
        return Stream.concat(filter.stream(), variables.stream().flatMap(variable -> variable.condition().stream()));
    }

    /**
     * A variable.
     *
     * @param name as the author calls it
     * @param condition what its rows fulfil; any row when empty
     * @param elements those that its rows belong to
     */
    public record Variable(String name, Optional<Expr> condition, List<Integer> elements) {
        /** Copies the list. */
        public Variable {
            elements = List.copyOf(elements);
        }
    }

    /**
     * Where the search goes on after a match.
     *
     * @param place where
     * @param element at whose first or last row, if at one
     */
    public record Skip(Place place, OptionalInt element) {

        /** Behind the last row. */
        public static final Skip PAST_LAST = new Skip(Place.PAST_LAST, OptionalInt.empty());
    }

    /** Places to go on from. */
    public enum Place {
        /** Behind the last row of the match. */
        PAST_LAST,
        /** At the row after the first one. */
        TO_NEXT,
        /** At the first row of an element. */
        TO_FIRST,
        /** At the last row of an element. */
        TO_LAST
    }
}
