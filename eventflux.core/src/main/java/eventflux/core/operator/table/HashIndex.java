package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.KeyHash;
import eventflux.core.row.RowView;
import java.util.Arrays;

/**
 * Slots by key: open addressing with linear probing over the keys, removal that shifts back (Knuth, The Art of Computer
 * Programming, vol. 3, 6.4, algorithm R), and a ring of slots for each key.
 *
 * <pre>
 *   table[place] = first slot of a key + 1, 0 where empty
 *   first -> after[first] -> … -> before[first] (the last) -> first
 * </pre>
 */
public final class HashIndex implements RowIndex {

    /** There is no row. */
    public static final int NONE = -1;

    private static final int INITIAL_CAPACITY = 16;

    private final RowKey key;

    // All fields below are written by the thread that owns the application.
    private int[] table = new int[2 * INITIAL_CAPACITY];
    private int keys;
    private long[] keyBySlot = new long[INITIAL_CAPACITY];
    private int[] after = filled(INITIAL_CAPACITY);
    private int[] before = filled(INITIAL_CAPACITY);

    /** An empty index over a key of the table's rows. */
    public HashIndex(RowKey key) {
        this.key = key;
    }

    @Override
    public void add(int slot, RowView row, EvalContext context) {
        makeRoom(slot);
        if (!key.read(row, context)) {
            return;
        }
        long value = key.value();
        keyBySlot[slot] = value;
        int place = place(value);
        int first = table[place] - 1;
        if (first != NONE) {
            link(slot, first);
            return;
        }
        after[slot] = slot;
        before[slot] = slot;
        table[place] = slot + 1;
        keys++;
        if (keys * 2 > table.length) {
            grow();
        }
    }

    private void link(int slot, int first) {
        int last = before[first];
        after[last] = slot;
        before[slot] = last;
        after[slot] = first;
        before[first] = slot;
    }

    @Override
    public void remove(int slot) {
        if (slot >= after.length || after[slot] == NONE) {
            return;
        }
        int place = place(keyBySlot[slot]);
        int next = after[slot];
        if (next == slot) {
            removeKey(place);
        } else {
            after[before[slot]] = next;
            before[next] = before[slot];
            if (table[place] == slot + 1) {
                table[place] = next + 1;
            }
        }
        after[slot] = NONE;
    }

    private void removeKey(int place) {
        int mask = table.length - 1;
        int hole = place;
        keys--;
        for (int next = hole + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            int home = home(keyBySlot[table[next] - 1], mask);
            if ((next - home & mask) >= (next - hole & mask)) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = 0;
    }

    @Override
    public boolean moves(int slot, RowView row, EvalContext context) {
        boolean isIn = slot < after.length && after[slot] != NONE;
        return key.read(row, context) ? !isIn || keyBySlot[slot] != key.value() : isIn;
    }

    @Override
    public void clear() {
        Arrays.fill(table, 0);
        Arrays.fill(after, NONE);
        keys = 0;
    }

    /** The first row of a key, or {@link #NONE}. */
    int first(long value) {
        return table[place(value)] - 1;
    }

    /** The row of the same key after a row, or {@link #NONE} after the last one. */
    int next(int slot, int first) {
        int next = after[slot];
        return next == first ? NONE : next;
    }

    /** The key of the rows. */
    RowKey key() {
        return key;
    }

    // Where the key is, or the empty place where it belongs.
    private int place(long value) {
        int[] places = table;
        int mask = places.length - 1;
        int place = home(value, mask);
        while (places[place] != 0 && keyBySlot[places[place] - 1] != value) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static int home(long value, int mask) {
        return KeyHash.of(value) & mask;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int entry : old) {
            if (entry != 0) {
                table[place(keyBySlot[entry - 1])] = entry;
            }
        }
    }

    private void makeRoom(int slot) {
        if (slot < keyBySlot.length) {
            return;
        }
        int capacity = Math.max(slot + 1, keyBySlot.length * 2);
        int present = after.length;
        keyBySlot = Arrays.copyOf(keyBySlot, capacity);
        after = Arrays.copyOf(after, capacity);
        before = Arrays.copyOf(before, capacity);
        Arrays.fill(after, present, capacity, NONE);
    }

    private static int[] filled(int capacity) {
        int[] slots = new int[capacity];
        Arrays.fill(slots, NONE);
        return slots;
    }

    @Override
    public String toString() {
        return "hash index on " + key;
    }
}
