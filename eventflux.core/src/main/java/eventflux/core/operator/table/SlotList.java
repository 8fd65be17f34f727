package eventflux.core.operator.table;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Slots of rows that were chosen, in the order of arrival. Grows as needed and is used again. */
public final class SlotList {

    private static final int INITIAL_CAPACITY = 16;

    private final IntToLongFunction arrivals;
    // All fields below are written by the thread that owns the application.
    private int[] slots = new int[INITIAL_CAPACITY];
    private int count;
    private boolean isSorted;

    /**
     * No slots yet.
     *
     * @param arrivals when the row of a slot came, by a number that grows
     */
    public SlotList(IntToLongFunction arrivals) {
        this.arrivals = arrivals;
    }

    /** Forgets all. */
    public void clear() {
        count = 0;
        isSorted = true;
    }

    /** Adds one. */
    public void add(int slot) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
        }
        isSorted &= count == 0 || arrivals.applyAsLong(slots[count - 1]) < arrivals.applyAsLong(slot);
        slots[count++] = slot;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The slot at a place. */
    public int get(int place) {
        return slots[place];
    }

    /** Puts the slots into the order of arrival; they mostly are in it. */
    public void sort() {
        if (isSorted) {
            return;
        }
        for (int parent = count / 2 - 1; parent >= 0; parent--) {
            sink(parent, count);
        }
        for (int end = count - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
        isSorted = true;
    }

    // Heap sort: in place, and no order of the input makes it slow.
    private void sink(int from, int end) {
        int parent = from;
        for (int child = 2 * parent + 1; child < end; child = 2 * parent + 1) {
            if (child + 1 < end && arrivals.applyAsLong(slots[child]) < arrivals.applyAsLong(slots[child + 1])) {
                child++;
            }
            if (arrivals.applyAsLong(slots[parent]) >= arrivals.applyAsLong(slots[child])) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    private void swap(int left, int right) {
        int slot = slots[left];
        slots[left] = slots[right];
        slots[right] = slot;
    }
}
