package eventflux.core.state;

import eventflux.core.row.RowArena;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Fixed-size records, one a key (a partition, a group), each with the cells of all operators that share the store. Cells
 * are laid out while the pipeline is built; the first record fixes the size. One record at most is selected, that of the
 * present key, and cells read and write that one. Used by the thread that owns the application.
 *
 * <pre>
 *   chunk 0         chunk 1
 *  +----+----+ … +  +----+----+ …      slot = chunk &lt;&lt; 10 | place in the chunk
 *  |rec |rec |      |rec |rec |        record: one long a cell, in the order in which they were asked for
 * </pre>
 */
public final class RecordStore {

    private static final int CHUNK_SHIFT = 10;
    private static final int CHUNK_RECORDS = 1 << CHUNK_SHIFT;
    private static final int CACHE_LINE = 64;
    private static final long LARGE = 512 << 10;

    /** No record is selected. */
    public static final int NONE = -1;

    private final Components components = new Components();
    private final BitSet used = new BitSet();

    // All fields below are written by the thread that owns the application.
    private int recordBytes;
    private UnsafeBuffer[] chunks = new UnsafeBuffer[1];
    private long[] begins = new long[1]; // where each chunk lies
    private int[] free = new int[0];
    private int freeCount;
    private int slots;
    private int[] addresses = new int[0]; // offsets of the cells that hold addresses
    private long loaded;
    // Where the record that is selected lies.
    private long address;
    private int selected = NONE;
    // Whose cells are asked for at the moment; null when the whole record is one operator's.
    private RecordPart asking;

    /** What is asked for from now on belongs to a part. */
    void ask(RecordPart part) {
        asking = part;
    }

    /** A new cell at the end of the record; only before the first record. */
    int addCell() {
        if (slots > 0) {
            throw new IllegalStateException("state is asked for while the operator is created, not later");
        }
        int offset = recordBytes;
        recordBytes += Long.BYTES;
        return offset;
    }

    /** A new cell that holds an address of an arena or {@link RowArena#NONE}. */
    int addAddressCell() {
        int offset = addCell();
        addresses = Arrays.copyOf(addresses, addresses.length + 1);
        addresses[addresses.length - 1] = offset;
        return offset;
    }

    /** Makes a component part of every record. */
    void add(StateComponent component) {
        if (asking == null) {
            components.add(component);
            return;
        }
        asking.add(component);
        components.append(component);
    }

    /** A new record with initial values, selected. */
    public int create() {
        int slot = freeCount > 0 ? free[--freeCount] : nextSlot();
        used.set(slot);
        select(slot);
        components.initialize();
        return slot;
    }

    /** Selects a record, or with {@link #NONE} none. */
    public void select(int slot) {
        selected = slot;
        if (slot != NONE) {
            address = addressOf(slot);
        }
    }

    private long addressOf(int slot) {
        return begins[slot >> CHUNK_SHIFT] + (long) (slot & CHUNK_RECORDS - 1) * recordBytes;
    }

    /** Which record is selected: the slot of the present key; {@link #NONE} before there was one. */
    public int selected() {
        return selected;
    }

    /** Whether the records are more than what the fast caches of a processor hold beside all else. */
    public boolean isLarge() {
        return (long) slots * recordBytes >= LARGE;
    }

    /** Reads records and the beginning of what they refer to, so that both are in the caches; selects none. */
    public void load(int[] wanted, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            long record = addressOf(wanted[i]);
            for (int line = 0; line < recordBytes; line += CACHE_LINE) {
                sum += UnsafeApi.getLong(record + line);
            }
        }
        for (int i = 0; i < count; i++) {
            sum += referred(addressOf(wanted[i]));
        }
        // Kept, so that the compiler does not leave the reading out.
        loaded = sum;
    }

    private long referred(long record) {
        long sum = 0;
        for (int offset : addresses) {
            long block = UnsafeApi.getLong(record + offset);
            sum += block == RowArena.NONE ? 0 : UnsafeApi.getLong(block);
        }
        return sum;
    }

    /** Whether there is a record in a slot. */
    public boolean isUsed(int slot) {
        return used.get(slot);
    }

    /** The first slot from one on that is in use, or {@link #NONE}. */
    public int nextUsed(int from) {
        return used.nextSetBit(from);
    }

    /** Puts the initial values into the record that is selected. */
    public void renew() {
        components.renew();
    }

    /** Gives the record that is selected back. */
    public void remove(int slot) {
        components.release();
        used.clear(slot);
        selected = NONE;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(CHUNK_RECORDS, freeCount * 2));
        }
        free[freeCount++] = slot;
    }

    /** Gives all records back. */
    public void clear() {
        if (components.holdsBlocks()) {
            for (int slot = used.nextSetBit(0); slot >= 0; slot = used.nextSetBit(slot + 1)) {
                select(slot);
                components.release();
            }
        }
        used.clear();
        selected = NONE;
        slots = 0;
        freeCount = 0;
    }

    /** How many records there are. */
    public int size() {
        return slots - freeCount;
    }

    /** Bytes that the records take. */
    public long bytes() {
        long total = 0;
        for (UnsafeBuffer chunk : chunks) {
            total += chunk == null ? 0 : chunk.capacity();
        }
        return total;
    }

    /** Writes which slots are in use and which will be next, so that slots mean the same after a restore. */
    public void saveSlots(SnapshotWriter out) {
        out.writeInt(slots);
        out.writeInt(freeCount);
        for (int i = 0; i < freeCount; i++) {
            out.writeInt(free[i]);
        }
    }

    /** Makes records with initial values in the slots that were in use, in place of all that are there. */
    public void restoreSlots(SnapshotReader in) {
        clear();
        int limit = in.readInt();
        int[] given = new int[in.readCount(Integer.BYTES)];
        for (int slot = 0; slot < limit; slot++) {
            create();
        }
        for (int i = 0; i < given.length; i++) {
            given[i] = in.readInt();
            if (!used.get(given[i])) {
                throw new SnapshotMismatch("free slot", given[i], "one below " + limit);
            }
            used.clear(given[i]);
        }
        free = given;
        freeCount = given.length;
        selected = NONE;
    }

    /** Writes the record that is selected. */
    public void save(SnapshotWriter out) {
        components.saveNames(out);
        components.save(out);
    }

    /** Reads into the record that is selected; the components must be the same, in the same order. */
    public void restore(SnapshotReader in) {
        components.expectNames(in);
        components.restore(in);
    }

    /** Writes what the records are made of, once for all of them. */
    public void saveShape(SnapshotWriter out) {
        components.saveNames(out);
    }

    /** Refuses a snapshot of records that are made of something else. */
    public void requireShape(SnapshotReader in) {
        components.expectNames(in);
    }

    /** Writes the values of the record that is selected. */
    public void saveValues(SnapshotWriter out) {
        components.save(out);
    }

    /** Reads the values of the record that is selected. */
    public void restoreValues(SnapshotReader in) {
        components.restore(in);
    }

    /** Whether the records hold rows or keys in which texts are codes. */
    public boolean holdsCodedRows() {
        return components.holdsCodedRows();
    }

    /** Marks the symbols that the record selected holds. */
    public void mark(BitSet symbols) {
        components.mark(symbols);
    }

    /** Where the record lies that is selected; good until another is selected or made. */
    long address() {
        return address;
    }

    long getLong(int offset) {
        return UnsafeApi.getLong(address + offset);
    }

    void putLong(int offset, long value) {
        UnsafeApi.putLong(address + offset, value);
    }

    /** The first slot in use from one on, or {@link #NONE}; slots may be given back on the way from one to the next. */
    public int usedFrom(int slot) {
        return used.nextSetBit(slot);
    }

    /** The slots that are in use; a copy. */
    public BitSet slots() {
        return (BitSet) used.clone();
    }

    private int nextSlot() {
        int chunk = slots >> CHUNK_SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
            begins = Arrays.copyOf(begins, chunks.length);
        }
        int needed = ((slots & CHUNK_RECORDS - 1) + 1) * recordBytes;
        if (chunks[chunk] == null || chunks[chunk].capacity() < needed) {
            chunks[chunk] = grow(chunks[chunk], chunk);
            begins[chunk] = chunks[chunk].addressOffset();
        }
        return slots++;
    }

    // The first chunk begins small and doubles, so that an operator with one key takes little.
    private UnsafeBuffer grow(UnsafeBuffer present, int chunk) {
        int records = CHUNK_RECORDS;
        if (chunk == 0) {
            int have = present == null ? 0 : present.capacity() / Math.max(1, recordBytes);
            records = Math.min(CHUNK_RECORDS, Math.max(1, have * 2));
        }
        UnsafeBuffer larger = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(Long.BYTES, records * recordBytes)));
        if (present != null) {
            larger.putBytes(0, present, 0, present.capacity());
        }
        return larger;
    }
}
