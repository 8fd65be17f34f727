package eventflux.core.state;

import eventflux.api.spi.state.LongDeque;
import eventflux.core.row.RowArena;
import java.util.BitSet;
import java.util.function.LongConsumer;
import org.agrona.UnsafeApi;

/**
 * A deque of longs in linked blocks of an arena.
 *
 * <pre>
 *   record:  head block | tail block | place of the first | place after the last | size
 *   block:   | previous block (long) | next block (long) | 14 values |
 * </pre>
 */
final class ArenaLongDeque implements LongDeque, StateComponent {

    private static final int VALUES = 14;
    private static final int NEXT = Long.BYTES;
    private static final int FIRST_VALUE = 2 * Long.BYTES;
    private static final int BLOCK_BYTES = FIRST_VALUE + VALUES * Long.BYTES;

    private final RecordStore store;
    private final String name;
    private final RowArena arena;
    private final Content content;
    private final int head;
    private final int tail;
    private final int start;
    private final int end;
    private final int size;

    /** What the values are. */
    enum Content {
        NUMBERS,
        /** Of the symbol table. */
        CODES
    }

    ArenaLongDeque(RecordStore store, String name, RowArena arena, Content content) {
        this.store = store;
        this.name = name;
        this.arena = arena;
        this.content = content;
        this.head = store.addAddressCell();
        this.tail = store.addAddressCell();
        this.start = store.addCell();
        this.end = store.addCell();
        this.size = store.addCell();
        store.add(this);
    }

    @Override
    public int size() {
        return (int) store.getLong(size);
    }

    @Override
    public long first() {
        requireValue();
        return value(store.getLong(head), store.getLong(start));
    }

    @Override
    public long last() {
        requireValue();
        return value(store.getLong(tail), store.getLong(end) - 1);
    }

    @Override
    public void addLast(long value) {
        long block = store.getLong(tail);
        long place = store.getLong(end);
        if (block == RowArena.NONE || place == VALUES) {
            block = appendBlock(block);
            place = 0;
        }
        UnsafeApi.putLong(valueAt(block, place), value);
        store.putLong(end, place + 1);
        store.putLong(size, store.getLong(size) + 1);
    }

    private long appendBlock(long last) {
        long block = arena.allocate(BLOCK_BYTES);
        long at = block;
        UnsafeApi.putLong(at, last);
        UnsafeApi.putLong(at + NEXT, RowArena.NONE);
        if (last == RowArena.NONE) {
            store.putLong(head, block);
            store.putLong(start, 0);
        } else {
            UnsafeApi.putLong(last + NEXT, block);
        }
        store.putLong(tail, block);
        return block;
    }

    @Override
    public void removeFirst() {
        if (shrink()) {
            return;
        }
        long place = store.getLong(start) + 1;
        if (place < VALUES) {
            store.putLong(start, place);
            return;
        }
        long block = store.getLong(head);
        long next = UnsafeApi.getLong(block + NEXT);
        UnsafeApi.putLong(next, RowArena.NONE);
        store.putLong(head, next);
        store.putLong(start, 0);
        arena.release(block, BLOCK_BYTES);
    }

    @Override
    public void removeLast() {
        if (shrink()) {
            return;
        }
        long place = store.getLong(end) - 1;
        if (place > 0) {
            store.putLong(end, place);
            return;
        }
        long block = store.getLong(tail);
        long previous = UnsafeApi.getLong(block);
        UnsafeApi.putLong(previous + NEXT, RowArena.NONE);
        store.putLong(tail, previous);
        store.putLong(end, VALUES);
        arena.release(block, BLOCK_BYTES);
    }

    // Counts one value less; answers whether that was the last one, in which case nothing remains to be done.
    private boolean shrink() {
        requireValue();
        long remaining = store.getLong(size) - 1;
        if (remaining > 0) {
            store.putLong(size, remaining);
            return false;
        }
        clear();
        return true;
    }

    @Override
    public void clear() {
        for (long block = store.getLong(head); block != RowArena.NONE; ) {
            long next = UnsafeApi.getLong(block + NEXT);
            arena.release(block, BLOCK_BYTES);
            block = next;
        }
        initialize();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        store.putLong(head, RowArena.NONE);
        store.putLong(tail, RowArena.NONE);
        store.putLong(start, 0);
        store.putLong(end, 0);
        store.putLong(size, 0);
    }

    @Override
    public void release() {
        clear();
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeInt(size());
        forEach(out::writeLong);
    }

    @Override
    public void mark(BitSet symbols) {
        if (content == Content.CODES) {
            forEach(code -> symbols.set((int) code));
        }
    }

    private void forEach(LongConsumer visitor) {
        long block = store.getLong(head);
        long place = store.getLong(start);
        for (int i = size(); i > 0; i--) {
            visitor.accept(value(block, place));
            if (++place == VALUES) {
                block = UnsafeApi.getLong(block + NEXT);
                place = 0;
            }
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int count = in.readCount(Long.BYTES);
        for (int i = 0; i < count; i++) {
            addLast(content == Content.CODES ? in.readCode() : in.readLong());
        }
    }

    private long value(long block, long place) {
        return UnsafeApi.getLong(valueAt(block, place));
    }

    private long valueAt(long block, long place) {
        return block + FIRST_VALUE + place * Long.BYTES;
    }

    private void requireValue() {
        if (store.getLong(size) == 0) {
            throw new IllegalStateException("the deque is empty");
        }
    }
}
