package eventflux.core.operator.pattern;

import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;

/**
 * An event that a step waits for, or that must not come.
 *
 * @param stream the place of its stream among those of the pattern
 * @param count how many events
 * @param absence how it is absent, if it is
 * @param own the part of the condition that is about the event alone
 * @param whole the condition over the event and the composed row
 * @param isCross whether there is a part of it that is about both
 * @param capture what the composed row keeps of the event
 */
public record PatternLeaf(
        int stream,
        Count count,
        Absence absence,
        RowPredicate own,
        RowPairPredicate whole,
        boolean isCross,
        RowCapture capture) {

    /** Whether the event must not come. */
    boolean isAbsent() {
        return absence != Absence.NONE;
    }

    /** Whether it collects events rather than taking one. */
    boolean isCounted() {
        return count.min() != 1 || count.max() != 1;
    }

    int min() {
        return count.min();
    }

    int max() {
        return count.max();
    }

    /**
     * How many events.
     *
     * @param min so many at least
     * @param max so many at most
     * @param counter the place of its counter in a match, where other leaves of the step do not wait for them; else {@link #NO_COUNTER}
     */
    public record Count(int min, int max, int counter) {

        /** Without an upper end. */
        public static final int UNBOUNDED = Integer.MAX_VALUE;

        /** The step counts. */
        public static final int NO_COUNTER = -1;
    }

    /**
     * How an event is absent.
     *
     * @param isThere whether it is about absence at all
     * @param millis how long it must not come; 0 as long as the step lasts
     * @param chain the place of its deadlines among those of all absences
     */
    public record Absence(boolean isThere, long millis, int chain) {

        /** The event has to come. */
        public static final Absence NONE = new Absence(false, 0, -1);

        /** Whether it ends after a time. */
        public boolean isTimed() {
            return millis > 0;
        }
    }
}
