package eventflux.core.operator;

import eventflux.core.row.KeyHash;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Keys of groups inside of a partition that fit a long: the pair of the part and the key, by open addressing with linear probing
 * and removal that shifts back, as in {@link LongKeyIndex}. Null is a key as any other.
 */
public final class PairKeyIndex implements KeyIndex {

    private static final int INITIAL_CAPACITY = 64;
    // In place of the part where the key is null: parts are not negative.
    private static final int NULL_OF_FIRST = -1;

    private final RecordStore parts;
    private final LongKey key;
    private final boolean isCode;

    // All fields below are written by the thread that owns the application. The table holds slots plus one, 0 where
    // empty. Owners are parts, or -1 minus the part where the key is null.
    private int[] table = new int[INITIAL_CAPACITY];
    private long[] keyBySlot = new long[INITIAL_CAPACITY];
    private int[] ownerBySlot = new int[INITIAL_CAPACITY];
    private int size;
    private long wantedKey;
    private int wantedOwner;

    private PairKeyIndex(RecordStore parts, LongKey key, boolean isCode) {
        this.parts = parts;
        this.key = key;
        this.isCode = isCode;
    }

    /** No keys yet; they are codes of the symbol table. */
    public static PairKeyIndex ofCodes(RecordStore parts, LongKey key) {
        return new PairKeyIndex(parts, key, true);
    }

    /** No keys yet; they are numbers. */
    public static PairKeyIndex ofNumbers(RecordStore parts, LongKey key) {
        return new PairKeyIndex(parts, key, false);
    }

    @Override
    public int find(RowView row, EvalContext context) {
        int part = parts.selected();
        boolean isNull = key.isNull(row, context);
        wantedOwner = isNull ? NULL_OF_FIRST - part : part;
        wantedKey = isNull ? 0 : key.key(row, context);
        int mask = table.length - 1;
        for (int place = place(wantedOwner, wantedKey, mask); table[place] != 0; place = place + 1 & mask) {
            int slot = table[place] - 1;
            if (keyBySlot[slot] == wantedKey && ownerBySlot[slot] == wantedOwner) {
                return slot;
            }
        }
        return ABSENT;
    }

    @Override
    public void insert(int slot) {
        if (slot >= keyBySlot.length) {
            int capacity = Math.max(slot + 1, keyBySlot.length * 2);
            keyBySlot = Arrays.copyOf(keyBySlot, capacity);
            ownerBySlot = Arrays.copyOf(ownerBySlot, capacity);
        }
        keyBySlot[slot] = wantedKey;
        ownerBySlot[slot] = wantedOwner;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        put(slot);
    }

    @Override
    public void remove(int slot) {
        int mask = table.length - 1;
        int hole = home(slot, mask);
        while (table[hole] != slot + 1) {
            hole = hole + 1 & mask;
        }
        size--;
        for (int next = hole + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            int home = home(table[next] - 1, mask);
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
    }

    @Override
    public void saveKey(int slot, SnapshotWriter out) {
        out.writeInt(ownerBySlot[slot]);
        out.writeLong(keyBySlot[slot]);
    }

    @Override
    public void restoreKey(int slot, SnapshotReader in) {
        wantedOwner = in.readInt();
        wantedKey = in.readLong();
        insert(slot);
    }

    @Override
    public void markKey(int slot, BitSet symbols) {
        if (isCode && ownerBySlot[slot] >= 0) {
            symbols.set((int) keyBySlot[slot]);
        }
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
        int place = home(slot, mask);
        while (table[place] != 0) {
            place = place + 1 & mask;
        }
        table[place] = slot + 1;
    }

    private int home(int slot, int mask) {
        return place(ownerBySlot[slot], keyBySlot[slot], mask);
    }

    private static int place(int owner, long key, int mask) {
        return KeyHash.of(key * 0x9E3779B97F4A7C15L ^ owner) & mask;
    }
}
