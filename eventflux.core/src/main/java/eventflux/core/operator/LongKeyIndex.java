package eventflux.core.operator;

import eventflux.core.row.KeyHash;
import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Keys that fit a long, by open addressing with linear probing; removal shifts back (Knuth, The Art of Computer
 * Programming, vol. 3, 6.4, algorithm R), so there are no tombstones. Null is a key of its own outside the table.
 */
public final class LongKeyIndex implements KeyIndex {

    private static final int INITIAL_CAPACITY = 64;

    private final LongKey key;

    // All fields below are written by the thread that owns the application. The table holds slots plus
    // one, 0 where empty.
    private int[] table = new int[INITIAL_CAPACITY];
    private long[] keyBySlot = new long[INITIAL_CAPACITY];
    private int size;
    private int nullSlot = ABSENT;
    private long wanted;
    private boolean wantsNull;

    /** No keys yet. */
    public LongKeyIndex(LongKey key) {
        this.key = key;
    }

    @Override
    public int find(RowView row, EvalContext context) {
        wantsNull = key.isNull(row, context);
        if (wantsNull) {
            return nullSlot;
        }
        wanted = key.key(row, context);
        return slotOf(wanted);
    }

    @Override
    public int slotOf(long sought) {
        int mask = table.length - 1;
        for (int place = place(sought, mask); table[place] != 0; place = place + 1 & mask) {
            int slot = table[place] - 1;
            if (keyBySlot[slot] == sought) {
                return slot;
            }
        }
        return ABSENT;
    }

    @Override
    public void insert(int slot) {
        if (wantsNull) {
            nullSlot = slot;
            return;
        }
        if (slot >= keyBySlot.length) {
            keyBySlot = Arrays.copyOf(keyBySlot, Math.max(slot + 1, keyBySlot.length * 2));
        }
        keyBySlot[slot] = wanted;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        put(slot);
    }

    @Override
    public void remove(int slot) {
        if (slot == nullSlot) {
            nullSlot = ABSENT;
            return;
        }
        int mask = table.length - 1;
        int hole = place(keyBySlot[slot], mask);
        while (table[hole] != slot + 1) {
            hole = hole + 1 & mask;
        }
        size--;
        for (int next = hole + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            int home = place(keyBySlot[table[next] - 1], mask);
            if ((next - home & mask) >= (next - hole & mask)) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = 0;
    }

    @Override
    public void clear() {
        if (size > 0) {
            Arrays.fill(table, 0);
        }
        size = 0;
        nullSlot = ABSENT;
    }

    @Override
    public void saveKey(int slot, SnapshotWriter out) {
        out.writeInt(slot == nullSlot ? 1 : 0);
        out.writeLong(slot == nullSlot ? 0 : keyBySlot[slot]);
    }

    @Override
    public void restoreKey(int slot, SnapshotReader in) {
        wantsNull = in.readInt() == 1;
        wanted = in.readLong();
        insert(slot);
    }

    @Override
    public void markKey(int slot, BitSet symbols) {
        // Numbers are no symbols; coded keys have an index of their own.
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int entry : old) {
            if (entry != 0) {
                put(entry - 1);
            }
        }
    }

    private void put(int slot) {
        int mask = table.length - 1;
        int place = place(keyBySlot[slot], mask);
        while (table[place] != 0) {
            place = place + 1 & mask;
        }
        table[place] = slot + 1;
    }

    private static int place(long key, int mask) {
        return KeyHash.of(key) & mask;
    }
}
