package eventflux.core.operator.table;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import java.util.Arrays;
import org.agrona.UnsafeApi;

/**
 * Rows in an arena, each under a slot: a small number that indexes keep. A list in the order of arrival goes through the
 * slots, and each row bears the number of its arrival, so that any choice of rows can be put into that order.
 */
final class StoredRows {

    /** There is no row. */
    static final int NONE = -1;

    private static final int INITIAL_CAPACITY = 16;

    private final RowArena arena = new RowArena();

    // All fields below are written by the thread that owns the application.
    private long[] addresses = new long[INITIAL_CAPACITY];
    private long[] arrivals = new long[INITIAL_CAPACITY];
    private int[] after = new int[INITIAL_CAPACITY];
    private int[] before = new int[INITIAL_CAPACITY];
    private int first = NONE;
    private int last = NONE;
    // Slots below the limit that are free, linked by after.
    private int free = NONE;
    private int limit;
    private int size;
    private long arrivalsSoFar;

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** The row that came first, or {@link #NONE}. */
    int first() {
        return first;
    }

    /** The row that came after a row, or {@link #NONE}. */
    int next(int slot) {
        return after[slot];
    }

    /** The number of a row's arrival. */
    long arrival(int slot) {
        return arrivals[slot];
    }

    /** Moves a cursor to a row. */
    RowView show(int slot, RowView cursor) {
        long address = addresses[slot];
        return cursor.wrap(address);
    }

    /** Bytes taken from the system. */
    long bytes() {
        return arena.bytes();
    }

    /** Copies a row to the end; answers its slot. */
    int append(RowView row) {
        int slot = takeSlot();
        put(slot, row);
        arrivals[slot] = arrivalsSoFar++;
        after[slot] = NONE;
        before[slot] = last;
        if (last == NONE) {
            first = slot;
        } else {
            after[last] = slot;
        }
        last = slot;
        size++;
        return slot;
    }

    /** Puts a row in the place of another. */
    void replace(int slot, RowView row) {
        release(slot);
        put(slot, row);
    }

    private void put(int slot, RowView row) {
        int length = row.length();
        long address = arena.allocate(length);
        RowMemory.copy(row.address(), address, length);
        UnsafeApi.putLong(address + RowLayout.TIMESTAMP_OFFSET, row.timestamp());
        UnsafeApi.putInt(address + RowLayout.FLAGS_OFFSET, 0);
        addresses[slot] = address;
    }

    private void release(int slot) {
        long address = addresses[slot];
        arena.release(address, RowLayout.length(address));
    }

    /** Takes a row out. */
    void remove(int slot) {
        release(slot);
        int previous = before[slot];
        int next = after[slot];
        if (previous == NONE) {
            first = next;
        } else {
            after[previous] = next;
        }
        if (next == NONE) {
            last = previous;
        } else {
            before[next] = previous;
        }
        after[slot] = free;
        free = slot;
        size--;
    }

    /** Takes all rows out. */
    void clear() {
        for (int slot = first; slot != NONE; slot = after[slot]) {
            release(slot);
        }
        first = NONE;
        last = NONE;
        free = NONE;
        limit = 0;
        size = 0;
    }

    private int takeSlot() {
        if (free != NONE) {
            int slot = free;
            free = after[slot];
            return slot;
        }
        if (limit == addresses.length) {
            int capacity = limit * 2;
            addresses = Arrays.copyOf(addresses, capacity);
            arrivals = Arrays.copyOf(arrivals, capacity);
            after = Arrays.copyOf(after, capacity);
            before = Arrays.copyOf(before, capacity);
        }
        return limit++;
    }
}
