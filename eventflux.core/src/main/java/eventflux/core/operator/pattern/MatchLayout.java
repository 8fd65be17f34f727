package eventflux.core.operator.pattern;

import eventflux.core.row.RowLayout;

/**
 * Where the parts of a partial match lie in its block.
 *
 * <pre>
 *   0         8          16      20    24      28       32
 *  +---------+----------+-------+-----+-------+--------+-----------------+-----------+-----------+
 *  | arrived | advanced | place | top | count | unused | inside (if any) | k links   | row       |
 *  | long    | long     | int   | int | int   | int    |                 | 24 each   |           |
 *  +---------+----------+-------+-----+-------+--------+-----------------+-----------+-----------+
 *
 *  inside, where there are steps of several leaves:
 *  | done | begun | broken | waiting | fresh | freshAt | c counters |
 *  | long | long  | long   | long    | long  | long    | int each   |
 *
 *  arrived   number of the event that brought it into its youngest step
 *  advanced  number of the event that it took last; ~p where it has taken none and came for one that an event ended at p
 *  place     the step that it fills; it listens to the steps from there to top, since a step with enough events may take more
 *  count     events that this step has taken, if it has one leaf
 *  done, begun, broken   what has happened in this step, by bit: see {@link MatchFormula}
 *  waiting   the leaves of this step that it listens to, by bit
 *  fresh     those of them that it began to listen to with the event number freshAt, which they do not take
 *  counters  of leaves that collect, and of rounds
 *  link      previous block (long) | next block (long) | key (long): a hash in chains of leaves, a deadline in those of limits
 *  row       what conditions and the selection ask for, composed
 * </pre>
 */
final class MatchLayout {

    static final int ARRIVED = 0;
    static final int ADVANCED = 8;
    static final int PLACE = 16;
    static final int TOP = 20;
    static final int COUNT = 24;
    static final int DONE = 32;
    static final int BEGUN = 40;
    static final int BROKEN = 48;
    static final int WAITING = 56;
    static final int FRESH = 64;
    static final int FRESH_AT = 72;

    /** Parts of a link. */
    static final int PREVIOUS = 0;

    static final int NEXT = 8;
    static final int KEY = 16;

    private static final int INSIDE = 32;
    private static final int FIRST_COUNTER = 80;
    private static final int LINK_BYTES = 24;

    private final RowLayout row;
    private final int firstLink;
    private final int counters;
    private final int reach;
    private final int widest;
    private final int deadlineLinks;

    /**
     * A layout.
     *
     * @param row of the composed rows
     * @param program the pattern
     */
    MatchLayout(RowLayout row, PatternProgram program) {
        this.row = row;
        this.counters = program.counters();
        int inside = FIRST_COUNTER + counters * Integer.BYTES;
        this.firstLink = program.hasSeveralLeaves() ? (inside + Long.BYTES - 1) / Long.BYTES * Long.BYTES : INSIDE;
        this.reach = program.reach();
        this.widest = program.mostLeaves();
        this.deadlineLinks = program.limits().size() + program.mostAbsences();
    }

    RowLayout row() {
        return row;
    }

    /** How many counters a match has. */
    int counters() {
        return counters;
    }

    int counter(int counter) {
        return FIRST_COUNTER + counter * Integer.BYTES;
    }

    int deadlineLinks() {
        return deadlineLinks;
    }

    /** The link for a leaf: steps that a match listens to at once lie side by side. */
    int leafLink(int step, int leaf) {
        return firstLink + (step % reach * widest + leaf) * LINK_BYTES;
    }

    int deadlineLink(int deadline) {
        return firstLink + (reach * widest + deadline) * LINK_BYTES;
    }

    /** Where the links begin. */
    int firstLink() {
        return firstLink;
    }

    /** Where the row begins. */
    int rowOffset() {
        return deadlineLink(deadlineLinks);
    }
}
