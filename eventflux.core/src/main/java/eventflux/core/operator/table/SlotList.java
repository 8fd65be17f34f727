package eventflux.core.operator.table;

import java.util.Arrays;

/** Slots of one table that were chosen, in the order of arrival. Grows as needed and is used again. */
final class SlotList {

    private static final int INITIAL_CAPACITY = 16;

    private final StoredRows rows;
    // All fields below are written by the thread that owns the application.
    private int[] slots = new int[INITIAL_CAPACITY];
    private int count;
    private boolean isSorted;

    SlotList(StoredRows rows) {
        this.rows = rows;
    }

    void clear() {
        count = 0;
        isSorted = true;
    }

    void add(int slot) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
        }
        isSorted &= count == 0 || rows.arrival(slots[count - 1]) < rows.arrival(slot);
        slots[count++] = slot;
    }

    int count() {
        return count;
    }

    int get(int place) {
        return slots[place];
    }

    /** Puts the slots into the order of arrival; they mostly are in it. */
    void sort() {
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
            if (child + 1 < end && rows.arrival(slots[child]) < rows.arrival(slots[child + 1])) {
                child++;
            }
            if (rows.arrival(slots[parent]) >= rows.arrival(slots[child])) {
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
