package eventflux.core.operator;

import eventflux.core.row.KeyHash;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keys of any length as bytes in an arena, by open addressing with linear probing and removal that shifts back.
 *
 * <pre>
 *   block:  | length in bytes (long) | key as {@link GroupKey} writes it |
 * </pre>
 */
public final class BytesKeyIndex implements KeyIndex {

    private static final int INITIAL_CAPACITY = 64;
    private static final int INITIAL_KEY_BYTES = 256;
    private static final int KEY_OFFSET = Long.BYTES;

    private final GroupKey key;
    private final List<KeyPart> parts;
    private final RowArena arena = new RowArena();
    private final UnsafeBuffer wanted = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_KEY_BYTES));

    // All fields below are written by the thread that owns the application. The table holds slots plus
    // one, 0 where empty.
    private int[] table = new int[INITIAL_CAPACITY];
    private long[] blockBySlot = new long[INITIAL_CAPACITY];
    private int[] hashBySlot = new int[INITIAL_CAPACITY];
    private int size;
    private int wantedLength;
    private int wantedHash;

    /**
     * No keys yet.
     *
     * @param key the compiled key
     * @param parts what its values are, in order
     */
    public BytesKeyIndex(GroupKey key, List<KeyPart> parts) {
        this.key = key;
        this.parts = List.copyOf(parts);
    }

    @Override
    public int find(RowView row, EvalContext context) {
        wantedLength = key.write(row, context, wanted);
        wantedHash = hash(wanted, wantedLength);
        int mask = table.length - 1;
        for (int place = wantedHash & mask; table[place] != 0; place = place + 1 & mask) {
            int slot = table[place] - 1;
            if (hashBySlot[slot] == wantedHash && isWanted(blockBySlot[slot])) {
                return slot;
            }
        }
        return ABSENT;
    }

    @Override
    public void insert(int slot) {
        if (slot >= blockBySlot.length) {
            int capacity = Math.max(slot + 1, blockBySlot.length * 2);
            blockBySlot = Arrays.copyOf(blockBySlot, capacity);
            hashBySlot = Arrays.copyOf(hashBySlot, capacity);
        }
        long block = arena.allocate(KEY_OFFSET + wantedLength);
        UnsafeApi.putLong(block, wantedLength);
        RowMemory.copy(wanted.addressOffset(), block + KEY_OFFSET, wantedLength);
        blockBySlot[slot] = block;
        hashBySlot[slot] = wantedHash;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        put(slot);
    }

    @Override
    public void remove(int slot) {
        int mask = table.length - 1;
        int hole = hashBySlot[slot] & mask;
        while (table[hole] != slot + 1) {
            hole = hole + 1 & mask;
        }
        size--;
        arena.release(blockBySlot[slot], KEY_OFFSET + length(blockBySlot[slot]));
        for (int next = hole + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            int home = hashBySlot[table[next] - 1] & mask;
            if ((next - home & mask) >= (next - hole & mask)) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = 0;
    }

    @Override
    public void clear() {
        for (int entry : table) {
            if (entry != 0) {
                long block = blockBySlot[entry - 1];
                arena.release(block, KEY_OFFSET + length(block));
            }
        }
        Arrays.fill(table, 0);
        size = 0;
    }

    @Override
    public void saveKey(int slot, SnapshotWriter out) {
        long block = blockBySlot[slot];
        out.writeBytes(block + KEY_OFFSET, length(block));
    }

    @Override
    public void restoreKey(int slot, SnapshotReader in) {
        int at = in.readBytes();
        wantedLength = in.lastLength();
        if (wantedLength % Long.BYTES != 0) {
            throw new SnapshotMismatch("bytes of a key", wantedLength, "a multiple of eight");
        }
        if (wantedLength > wanted.capacity()) {
            wanted.wrap(ByteBuffer.allocateDirect(wantedLength));
        }
        wanted.putBytes(0, in.buffer(), at, wantedLength);
        wantedHash = hash(wanted, wantedLength);
        insert(slot);
    }

    @Override
    public void markKey(int slot, BitSet symbols) {
        long at = blockBySlot[slot] + KEY_OFFSET;
        for (KeyPart part : parts) {
            boolean isNull = UnsafeApi.getLong(at) == 0;
            long value = UnsafeApi.getLong(at + Long.BYTES);
            if (part == KeyPart.CODE && !isNull) {
                symbols.set((int) value);
            }
            at += 2 * Long.BYTES + (part == KeyPart.TEXT && !isNull ? RowLayout.align((int) value) : 0);
        }
    }

    /** What a value of a key is. */
    public enum KeyPart {
        /** A number or truth value. */
        VALUE,
        /** A code of the symbol table. */
        CODE,
        /** A text by its bytes. */
        TEXT
    }

    private boolean isWanted(long block) {
        if (length(block) != wantedLength) {
            return false;
        }
        for (int i = 0; i < wantedLength; i += Long.BYTES) {
            if (UnsafeApi.getLong(block + KEY_OFFSET + i) != wanted.getLong(i)) {
                return false;
            }
        }
        return true;
    }

    private int length(long block) {
        return (int) UnsafeApi.getLong(block);
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
        int place = hashBySlot[slot] & mask;
        while (table[place] != 0) {
            place = place + 1 & mask;
        }
        table[place] = slot + 1;
    }

    private static int hash(UnsafeBuffer buffer, int length) {
        long hash = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            hash = (hash ^ buffer.getLong(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> Integer.SIZE;
        }
        return KeyHash.of(hash);
    }
}
