package eventflux.core.operator.loop;

import java.util.Arrays;

/**
 * The rows of an application that come round, in the order in which they came. They wait until the step at hand is over: until all
 * has been done that follows from a row that came from outside, or from a deadline. Then they go on one by one, each followed by all
 * that comes of it but what comes round again. Used by the thread that owns the application.
 */
public final class LoopQueue {

    private static final int INITIAL_ROWS = 16;

    private final int limit;

    // Written while the application is compiled.
    private ReturningRows[] ends = new ReturningRows[0];
    // All fields below are written by the thread that owns the application: at which end each row waits.
    private int[] waiting = new int[INITIAL_ROWS];
    private int next;
    private int end;
    private int came;
    private boolean isStep;

    /**
     * A queue without rows.
     *
     * @param limit how many rows may come round because of one
     */
    public LoopQueue(int limit) {
        this.limit = limit;
    }

    /** How many rows may come round because of one. */
    int limit() {
        return limit;
    }

    /** Adds a place where rows wait, and answers its number. */
    int add(ReturningRows place) {
        ends = Arrays.copyOf(ends, ends.length + 1);
        ends[ends.length - 1] = place;
        return ends.length - 1;
    }

    /** Begins a step, which {@link #end} has to end; answers false when one is at hand. */
    public boolean begin() {
        if (isStep) {
            return false;
        }
        isStep = true;
        came = 0;
        return true;
    }

    /** The step is over but for the rows that have come round: lets them go on, until there are none. */
    public void end() {
        try {
            while (next < end) {
                ends[waiting[next++]].handNext();
            }
        } finally {
            if (next < end) {
                forget();
            }
            next = 0;
            end = 0;
            isStep = false;
        }
    }

    private void forget() {
        for (ReturningRows place : ends) {
            place.clear();
        }
    }

    /** Notes that a row waits at an end; answers false when it is one too many. */
    boolean admit(int place) {
        if (came == limit) {
            return false;
        }
        came++;
        if (next == end) {
            next = 0;
            end = 0;
        }
        if (end == waiting.length) {
            waiting = Arrays.copyOf(waiting, end * 2);
        }
        waiting[end++] = place;
        return true;
    }
}
