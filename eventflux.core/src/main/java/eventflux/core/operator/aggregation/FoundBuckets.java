package eventflux.core.operator.aggregation;

import java.util.Arrays;

/**
 * Buckets that a reader has found, in the order of time; those of one time in the order of their groups. Grows as needed and is
 * used again. Used by the thread that owns the application.
 */
final class FoundBuckets {

    private static final int INITIAL_CAPACITY = 16;

    // All fields below are written by the thread that owns the application. The order names places of the other arrays.
    private long[] starts = new long[INITIAL_CAPACITY];
    private int[] slots = new int[INITIAL_CAPACITY];
    private int[] groups = new int[INITIAL_CAPACITY];
    private int[] order = new int[INITIAL_CAPACITY];
    private int[] merged = new int[INITIAL_CAPACITY];
    private int count;
    private boolean isSorted = true;

    void clear() {
        count = 0;
        isSorted = true;
    }

    int count() {
        return count;
    }

    /** Adds the buckets of a group that begin in a range of time. */
    void add(int group, BucketList list, long from, long until) {
        for (int place = list.placeFrom(from); place < list.count() && list.start(place) < until; place++) {
            add(list.start(place), list.slot(place), group);
        }
    }

    private void add(long start, int slot, int group) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            slots = Arrays.copyOf(slots, count * 2);
            groups = Arrays.copyOf(groups, count * 2);
            order = Arrays.copyOf(order, count * 2);
        }
        isSorted &= count == 0 || starts[count - 1] <= start;
        starts[count] = start;
        slots[count] = slot;
        groups[count] = group;
        order[count] = count;
        count++;
    }

    /** When a bucket begins. */
    long start(int place) {
        return starts[order[place]];
    }

    /** Its record. */
    int slot(int place) {
        return slots[order[place]];
    }

    /** Its group. */
    int group(int place) {
        return groups[order[place]];
    }

    /** Puts them into order, by merging longer and longer parts. */
    void sort() {
        if (isSorted) {
            return;
        }
        if (merged.length < order.length) {
            merged = new int[order.length];
        }
        for (int width = 1; width < count; width *= 2) {
            for (int left = 0; left < count; left += 2 * width) {
                merge(left, Math.min(left + width, count), Math.min(left + 2 * width, count));
            }
            int[] sorted = merged;
            merged = order;
            order = sorted;
        }
        isSorted = true;
    }

    private void merge(int first, int middle, int end) {
        int left = first;
        int right = middle;
        for (int to = first; to < end; to++) {
            boolean takesLeft = left < middle && (right >= end || starts[order[left]] <= starts[order[right]]);
            merged[to] = takesLeft ? order[left++] : order[right++];
        }
    }
}
