package eventflux.core.operator.pattern;

import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;
import eventflux.core.row.RowView;
import java.util.List;

/**
 * An event that a step waits for, or that must not come.
 *
 * @param stream the place of its stream among those of the pattern
 * @param count how many events
 * @param absence how it is absent, if it is
 * @param turn when it is waited for, of the time that its step lasts
 * @param own the part of the condition that is about the event alone
 * @param whole the condition over the event and the composed row
 * @param isCross whether there is a part of it that is about both
 * @param capture what the composed row keeps of the event
 */
public record PatternLeaf(
        int stream,
        Count count,
        Absence absence,
        Turn turn,
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

    /** How many events a composed row has of a leaf that collects them among others of its step. */
    long collected(RowView match) {
        return match.isNull(count.column()) ? 0 : match.getLong(count.column());
    }

    /**
     * How many events.
     *
     * @param min so many at least
     * @param max so many at most
     * @param column of the composed row that counts them, where other leaves of the step do not wait for them; else {@link #NO_COLUMN}
     */
    public record Count(int min, int max, int column) {

        /** Without an upper end. */
        public static final int UNBOUNDED = Integer.MAX_VALUE;

        /** The step counts. */
        public static final int NO_COLUMN = -1;
    }

    /**
     * When a leaf is waited for.
     *
     * @param after what is true then
     * @param until what is not decided yet
     */
    public record Turn(MatchFormula after, List<MatchFormula> until) {

        /** All the time. */
        public static final Turn ALWAYS = new Turn(MatchFormula.ALWAYS, List.of());

        /** Copies the list. */
        public Turn {
            until = List.copyOf(until);
        }

        /** Whether it has begun. */
        boolean hasBegun(int done, int broken) {
            return after.value(done, broken) == MatchFormula.TRUE;
        }

        /** Whether it is now. */
        boolean isNow(int done, int broken) {
            if (!hasBegun(done, broken)) {
                return false;
            }
            for (int i = 0; i < until.size(); i++) {
                if (until.get(i).value(done, broken) != MatchFormula.PENDING) {
                    return false;
                }
            }
            return true;
        }
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
