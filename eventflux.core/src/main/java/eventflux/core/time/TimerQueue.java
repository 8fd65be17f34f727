package eventflux.core.time;

import java.util.Arrays;

/**
 * Deadlines in the order of time; among equal ones in the order of their targets and keys, so that the same input fires
 * them in the same order after a restore too. A binary heap over parallel arrays: a wheel would be cheaper for very many
 * timers but forgets the order within a tick. Used by the thread that owns the application.
 *
 * <p>An alarm that was cancelled or moved stays in the heap; its target knows that it does not count any more.
 */
public final class TimerQueue {

    /** No deadline. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int INITIAL_CAPACITY = 16;

    // All fields are written by the thread that owns the application.
    private long[] deadlines = new long[INITIAL_CAPACITY];
    private TimerTarget[] targets = new TimerTarget[INITIAL_CAPACITY];
    private int[] keys = new int[INITIAL_CAPACITY];
    private int size;
    private int orders;

    /** A place for a target behind all others; targets ask while they are made, in the order of the plan. */
    public int nextOrder() {
        return orders++;
    }

    /** Adds an alarm for a key of a target. */
    public void add(long deadline, TimerTarget target, int key) {
        if (size == deadlines.length) {
            deadlines = Arrays.copyOf(deadlines, size * 2);
            targets = Arrays.copyOf(targets, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isBefore(deadline, target, key, parent)) {
                break;
            }
            move(parent, place);
            place = parent;
        }
        put(place, deadline, target, key);
    }

    /** The earliest deadline, {@link #NEVER} when there is none; it may be one that does not count any more. */
    public long next() {
        return size == 0 ? NEVER : deadlines[0];
    }

    /** Removes the earliest alarm and tells its target. */
    public void fire() {
        long deadline = deadlines[0];
        TimerTarget target = targets[0];
        int key = keys[0];
        removeFirst();
        target.onAlarm(deadline, key);
    }

    /** Removes all. */
    public void clear() {
        Arrays.fill(targets, 0, size, null);
        size = 0;
    }

    private void removeFirst() {
        int last = --size;
        long deadline = deadlines[last];
        TimerTarget target = targets[last];
        int key = keys[last];
        targets[last] = null;
        if (last == 0) {
            return;
        }
        int place = 0;
        for (int child = 1; child < last; child = 2 * place + 1) {
            if (child + 1 < last && isBefore(deadlines[child + 1], targets[child + 1], keys[child + 1], child)) {
                child++;
            }
            if (isBefore(deadline, target, key, child)) {
                break;
            }
            move(child, place);
            place = child;
        }
        put(place, deadline, target, key);
    }

    private boolean isBefore(long deadline, TimerTarget target, int key, int other) {
        if (deadline != deadlines[other]) {
            return deadline < deadlines[other];
        }
        if (target != targets[other]) {
            return target.order() < targets[other].order();
        }
        return key < keys[other];
    }

    private void move(int from, int to) {
        put(to, deadlines[from], targets[from], keys[from]);
    }

    private void put(int place, long deadline, TimerTarget target, int key) {
        deadlines[place] = deadline;
        targets[place] = target;
        keys[place] = key;
    }
}
