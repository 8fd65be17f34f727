package eventflux.core.operator.aggregation;

import java.util.Arrays;

/**
 * The buckets of one group and one period in the order of time. Most rows belong to the newest, old ones leave at the front. Used
 * by the thread that owns the application.
 */
final class BucketList {

    /** There is no bucket. */
    static final int NONE = -1;

    private static final int INITIAL_CAPACITY = 4;

    // All fields below are written by the thread that owns the application. What is there lies from first to end.
    private long[] starts = new long[INITIAL_CAPACITY];
    private int[] slots = new int[INITIAL_CAPACITY];
    private int first;
    private int end;

    /** How many there are. */
    int count() {
        return end - first;
    }

    /** When a bucket begins, counted from the oldest. */
    long start(int place) {
        return starts[first + place];
    }

    /** The record of a bucket, counted from the oldest. */
    int slot(int place) {
        return slots[first + place];
    }

    /** The record of the bucket that begins at a time, or {@link #NONE}. */
    int find(long start) {
        int last = end - 1;
        if (last >= first && starts[last] == start) {
            return slots[last];
        }
        int place = Arrays.binarySearch(starts, first, end, start);
        return place < 0 ? NONE : slots[place];
    }

    /** The place of the first bucket that begins at a time or later. */
    int placeFrom(long time) {
        int place = Arrays.binarySearch(starts, first, end, time);
        return (place < 0 ? -place - 1 : place) - first;
    }

    /** Adds a bucket that is not there. */
    void add(long start, int slot) {
        if (end == starts.length) {
            makeRoom();
        }
        int place = first + placeFrom(start);
        System.arraycopy(starts, place, starts, place + 1, end - place);
        System.arraycopy(slots, place, slots, place + 1, end - place);
        starts[place] = start;
        slots[place] = slot;
        end++;
    }

    /** Forgets the bucket that begins at a time. */
    void remove(long start) {
        int place = first + placeFrom(start);
        System.arraycopy(starts, place + 1, starts, place, end - place - 1);
        System.arraycopy(slots, place + 1, slots, place, end - place - 1);
        end--;
    }

    /** Forgets the oldest bucket. */
    void removeFirst() {
        first++;
    }

    /** Forgets all. */
    void clear() {
        first = 0;
        end = 0;
    }

    // What has left at the front is room, too, when there is enough of it to pay for the move.
    private void makeRoom() {
        int count = end - first;
        int capacity = first >= count ? starts.length : starts.length * 2;
        long[] movedStarts = capacity == starts.length ? starts : new long[capacity];
        int[] movedSlots = capacity == slots.length ? slots : new int[capacity];
        System.arraycopy(starts, first, movedStarts, 0, count);
        System.arraycopy(slots, first, movedSlots, 0, count);
        starts = movedStarts;
        slots = movedSlots;
        first = 0;
        end = count;
    }
}
