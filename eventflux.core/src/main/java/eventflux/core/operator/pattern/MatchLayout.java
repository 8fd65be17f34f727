package eventflux.core.operator.pattern;

import eventflux.core.row.RowLayout;

/**
 * Where the parts of a partial match lie in its block.
 *
 * <pre>
 *   0         8          16        20     24     28      32     36       40          40 + 24k
 *  +---------+----------+---------+------+------+-------+------+--------+-----------+-----------+
 *  | arrived | advanced | place   | low  | top  | count | done | broken | k links   | row       |
 *  | long    | long     | int     | int  | int  | int   | int  | int    | 24 each   |           |
 *  +---------+----------+---------+------+------+-------+------+--------+-----------+-----------+
 *
 *  arrived   number of the event that brought it into its youngest chain
 *  advanced  number of the event that it took last; ~s where it has taken none and came for one that an event ended at step s
 *  place     the step that it fills; it listens to the steps low to top, since a step with enough events may take more
 *  count     events that this step has taken
 *  done      the leaves of this step that have happened, by bit;  broken  the absent ones that came
 *  link      previous block (long) | next block (long) | key (long): a hash in chains of steps, a deadline in those of limits
 *  row       what conditions and the selection ask for, composed
 * </pre>
 */
final class MatchLayout {

    static final int ARRIVED = 0;
    static final int ADVANCED = 8;
    static final int PLACE = 16;
    static final int LOW = 20;
    static final int TOP = 24;
    static final int COUNT = 28;
    static final int DONE = 32;
    static final int BROKEN = 36;

    /** Parts of a link. */
    static final int PREVIOUS = 0;

    static final int NEXT = 8;
    static final int KEY = 16;

    private static final int FIRST_LINK = 40;
    private static final int LINK_BYTES = 24;

    private final RowLayout row;
    private final int stepLinks;
    private final int deadlineLinks;

    /**
     * A layout.
     *
     * @param row of the composed rows
     * @param stepLinks to how many steps a partial match listens at most
     * @param deadlineLinks in how many chains of deadlines it may be
     */
    MatchLayout(RowLayout row, int stepLinks, int deadlineLinks) {
        this.row = row;
        this.stepLinks = stepLinks;
        this.deadlineLinks = deadlineLinks;
    }

    RowLayout row() {
        return row;
    }

    int deadlineLinks() {
        return deadlineLinks;
    }

    /** The link for a step: steps that a match listens to at once lie side by side. */
    int stepLink(int step) {
        return FIRST_LINK + step % stepLinks * LINK_BYTES;
    }

    int deadlineLink(int deadline) {
        return FIRST_LINK + (stepLinks + deadline) * LINK_BYTES;
    }

    /** Where the row begins. */
    int rowOffset() {
        return deadlineLink(deadlineLinks);
    }
}
