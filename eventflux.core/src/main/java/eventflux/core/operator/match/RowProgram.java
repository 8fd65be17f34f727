package eventflux.core.operator.match;

import java.util.List;

/**
 * A row pattern ready to run: places that wait for a row of a variable, and what may follow each, the preferred one first.
 *
 * @param variables the variables
 * @param waits the variable that each place waits for
 * @param follows the places that may follow each; {@link #COMPLETE} last, where the match may end
 * @param begins those that a match may begin with
 * @param marked whether rows of each variable are those that the search may go on from
 * @param skip where it goes on
 * @param within how many milliseconds a match may take; negative without a limit
 */
public record RowProgram(
        List<RowVariable> variables,
        List<Integer> waits,
        List<int[]> follows,
        int[] begins,
        List<Boolean> marked,
        Skip skip,
        long within) {

    /** The end of the pattern instead of a place. */
    public static final int COMPLETE = -1;

    /** Copies the lists. */
    public RowProgram {
        variables = List.copyOf(variables);
        waits = List.copyOf(waits);
        follows = List.copyOf(follows);
        marked = List.copyOf(marked);
    }

    /** Where the search goes on after a match. */
    public enum Skip {
        /** Behind its last row. */
        PAST_LAST,
        /** At the row after its first. */
        TO_NEXT,
        /** At the first of the marked rows. */
        TO_FIRST,
        /** At the last of the marked rows. */
        TO_LAST
    }
}
