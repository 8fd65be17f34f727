package eventflux.core.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Fixed-size records, one a key (a partition, a group), each with the cells of all operators that share the store. Cells
 * are laid out while the pipeline is built; the first record fixes the size. Exactly one record is selected, and cells
 * read and write that one. Used by the thread that owns the application.
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
    private static final int FIRST_CHUNK_RECORDS = 4;

    private final List<StateComponent> components = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    // All fields below are written by the thread that owns the application.
    private int recordBytes;
    private UnsafeBuffer[] chunks = new UnsafeBuffer[1];
    private int[] free = new int[0];
    private int freeCount;
    private int slots;
    private UnsafeBuffer buffer;
    private int base;

    /** A new cell at the end of the record; only before the first record. */
    int addCell() {
        if (slots > 0) {
            throw new IllegalStateException("state is asked for while the operator is created, not later");
        }
        int offset = recordBytes;
        recordBytes += Long.BYTES;
        return offset;
    }

    /** Makes a component part of every record. */
    void add(StateComponent component) {
        if (!names.add(component.name())) {
            throw new IllegalArgumentException("state asked for twice name=" + component.name());
        }
        components.add(component);
    }

    /** A new record with initial values, selected. */
    public int create() {
        int slot = freeCount > 0 ? free[--freeCount] : nextSlot();
        select(slot);
        for (int i = 0; i < components.size(); i++) {
            components.get(i).initialize();
        }
        return slot;
    }

    /** Selects a record. */
    public void select(int slot) {
        buffer = chunks[slot >> CHUNK_SHIFT];
        base = (slot & CHUNK_RECORDS - 1) * recordBytes;
    }

    /** Puts the initial values into the record that is selected. */
    public void renew() {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).release();
            components.get(i).initialize();
        }
    }

    /** Gives the record that is selected back. */
    public void remove(int slot) {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).release();
        }
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(CHUNK_RECORDS, freeCount * 2));
        }
        free[freeCount++] = slot;
    }

    /** Gives all records back. */
    public void clear() {
        if (holdsBlocks()) {
            BitSet used = slots();
            for (int slot = used.nextSetBit(0); slot >= 0; slot = used.nextSetBit(slot + 1)) {
                select(slot);
                components.forEach(StateComponent::release);
            }
        }
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

    /** Writes the record that is selected. */
    public void save(SnapshotWriter out) {
        out.writeInt(components.size());
        for (StateComponent component : components) {
            out.writeText(component.name());
            component.save(out);
        }
    }

    /** Reads into the record that is selected; the components must be the same, in the same order. */
    public void restore(SnapshotReader in) {
        int count = in.readInt();
        if (count != components.size()) {
            throw new SnapshotMismatch("cells", count, components.size());
        }
        for (StateComponent component : components) {
            String name = in.readText();
            if (!name.equals(component.name())) {
                throw new SnapshotMismatch("cell", name, component.name());
            }
            component.restore(in);
        }
    }

    /** Marks the symbols that the record selected holds. */
    public void mark(BitSet symbols) {
        for (StateComponent component : components) {
            component.mark(symbols);
        }
    }

    long getLong(int offset) {
        return buffer.getLong(base + offset);
    }

    void putLong(int offset, long value) {
        buffer.putLong(base + offset, value);
    }

    double getDouble(int offset) {
        return buffer.getDouble(base + offset);
    }

    void putDouble(int offset, double value) {
        buffer.putDouble(base + offset, value);
    }

    private boolean holdsBlocks() {
        for (StateComponent component : components) {
            if (component.holdsBlocks()) {
                return true;
            }
        }
        return false;
    }

    /** The slots that are in use; a copy. */
    public BitSet slots() {
        BitSet used = new BitSet(slots);
        used.set(0, slots);
        for (int i = 0; i < freeCount; i++) {
            used.clear(free[i]);
        }
        return used;
    }

    private int nextSlot() {
        int chunk = slots >> CHUNK_SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        int needed = ((slots & CHUNK_RECORDS - 1) + 1) * recordBytes;
        if (chunks[chunk] == null || chunks[chunk].capacity() < needed) {
            chunks[chunk] = grow(chunks[chunk], chunk);
        }
        return slots++;
    }

    // The first chunk begins small and doubles, so that an operator with one key takes little.
    private UnsafeBuffer grow(UnsafeBuffer present, int chunk) {
        int records = CHUNK_RECORDS;
        if (chunk == 0) {
            int have = present == null ? 0 : present.capacity() / Math.max(1, recordBytes);
            records = Math.min(CHUNK_RECORDS, Math.max(FIRST_CHUNK_RECORDS, have * 2));
        }
        UnsafeBuffer larger = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(Long.BYTES, records * recordBytes)));
        if (present != null) {
            larger.putBytes(0, present, 0, present.capacity());
        }
        return larger;
    }
}
