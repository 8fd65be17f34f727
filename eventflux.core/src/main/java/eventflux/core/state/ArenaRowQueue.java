package eventflux.core.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * A row queue whose rows are linked blocks of an arena; head, tail and size are cells of the record.
 *
 * <pre>
 *   block:  | address of the next block (long) | row |
 * </pre>
 */
final class ArenaRowQueue extends RowContainer implements RowQueue {

    private static final int ROW_OFFSET = Long.BYTES;

    private final RecordStore store;
    private final RowArena arena;
    private final RowView taken;
    private final int head;
    private final int tail;
    private final int size;
    // Written by the thread that owns the application: the block after the cursor's.
    private long following;

    ArenaRowQueue(RecordStore store, String name, RowArena arena, RowView cursor) {
        super(name, cursor);
        this.store = store;
        this.arena = arena;
        this.taken = new RowView(cursor.layout(), cursor.symbols());
        this.head = store.addCell();
        this.tail = store.addCell();
        this.size = store.addCell();
        store.add(this);
    }

    @Override
    public void append(Row row) {
        RowView view = (RowView) row;
        append(view.address(), view.length(), view.timestamp());
    }

    @Override
    public void append(Row row, int column, long value) {
        RowView view = (RowView) row;
        long copy = append(view.address(), view.length(), view.timestamp());
        UnsafeApi.putLong(copy + view.layout().slotOffset(column), value);
    }

    private long append(long row, int length, long timestamp) {
        long block = arena.allocate(ROW_OFFSET + length);
        long copy = block + ROW_OFFSET;
        RowMemory.copy(row, copy, length);
        UnsafeApi.putLong(copy + RowLayout.TIMESTAMP_OFFSET, timestamp);
        link(block);
        return copy;
    }

    private void link(long block) {
        UnsafeApi.putLong(block, RowArena.NONE);
        long record = store.address();
        long last = UnsafeApi.getLong(record + tail);
        if (last == RowArena.NONE) {
            UnsafeApi.putLong(record + head, block);
        } else {
            UnsafeApi.putLong(last, block);
        }
        UnsafeApi.putLong(record + tail, block);
        UnsafeApi.putLong(record + size, UnsafeApi.getLong(record + size) + 1);
    }

    @Override
    public int size() {
        return (int) store.getLong(size);
    }

    @Override
    public Row first() {
        return moveTo(store.getLong(head));
    }

    @Override
    public Row next() {
        return moveTo(following);
    }

    private Row moveTo(long block) {
        if (block == RowArena.NONE) {
            return null;
        }
        following = UnsafeApi.getLong(block);
        return cursor.wrap(block + ROW_OFFSET);
    }

    @Override
    public void removeFirst() {
        long record = store.address();
        long block = UnsafeApi.getLong(record + head);
        if (block == RowArena.NONE) {
            throw new IllegalStateException("the queue is empty");
        }
        long next = release(block);
        UnsafeApi.putLong(record + head, next);
        if (next == RowArena.NONE) {
            UnsafeApi.putLong(record + tail, RowArena.NONE);
        }
        UnsafeApi.putLong(record + size, UnsafeApi.getLong(record + size) - 1);
    }

    @Override
    public Row takeFirst() {
        long block = store.getLong(head);
        removeFirst();
        return taken.wrap(block + ROW_OFFSET);
    }

    private long release(long block) {
        long next = UnsafeApi.getLong(block);
        arena.release(block, ROW_OFFSET + RowLayout.length(block + ROW_OFFSET));
        return next;
    }

    @Override
    public void clear() {
        for (long block = store.getLong(head); block != RowArena.NONE; ) {
            block = release(block);
        }
        initialize();
    }

    @Override
    public void takeAll(RowQueue other) {
        ArenaRowQueue that = (ArenaRowQueue) other;
        clear();
        store.putLong(head, that.store.getLong(that.head));
        store.putLong(tail, that.store.getLong(that.tail));
        store.putLong(size, that.store.getLong(that.size));
        that.initialize();
    }

    @Override
    public void appendAll(RowQueue other) {
        ArenaRowQueue that = (ArenaRowQueue) other;
        long first = that.store.getLong(that.head);
        if (first == RowArena.NONE) {
            return;
        }
        long last = store.getLong(tail);
        if (last == RowArena.NONE) {
            store.putLong(head, first);
        } else {
            UnsafeApi.putLong(last, first);
        }
        store.putLong(tail, that.store.getLong(that.tail));
        store.putLong(size, store.getLong(size) + that.store.getLong(that.size));
        that.initialize();
    }

    @Override
    public void initialize() {
        store.putLong(head, RowArena.NONE);
        store.putLong(tail, RowArena.NONE);
        store.putLong(size, 0);
    }

    @Override
    public boolean readsRows() {
        return true;
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeInt(size());
        for (Row row = first(); row != null; row = next()) {
            saved.write(cursor, out);
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int count = in.readCount(cursor.layout().fixedLength());
        for (int i = 0; i < count; i++) {
            saved.read(in);
            append(saved.address(), saved.length(), saved.timestamp());
        }
    }

    @Override
    public void mark(BitSet symbols) {
        if (!cursor.layout().hasCodes()) {
            return;
        }
        for (Row row = first(); row != null; row = next()) {
            SavedRows.mark(cursor, symbols);
        }
    }
}
