package eventflux.core.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import java.util.BitSet;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A row queue whose rows are linked blocks of an arena; head, tail and size are cells of the record.
 *
 * <pre>
 *   block:  | address of the next block (long) | row |
 * </pre>
 */
final class ArenaRowQueue implements RowQueue, StateComponent {

    private static final int ROW_OFFSET = Long.BYTES;

    private final RecordStore store;
    private final String name;
    private final RowArena arena;
    private final RowView cursor;
    private final int head;
    private final int tail;
    private final int size;
    // Written by the thread that owns the application: the block after the cursor's.
    private long following;

    ArenaRowQueue(RecordStore store, String name, RowArena arena, RowView cursor) {
        this.store = store;
        this.name = name;
        this.arena = arena;
        this.cursor = cursor;
        this.head = store.addCell();
        this.tail = store.addCell();
        this.size = store.addCell();
        store.add(this);
    }

    @Override
    public void append(Row row) {
        RowView view = (RowView) row;
        append(view.buffer(), view.offset(), view.timestamp());
    }

    private void append(UnsafeBuffer source, int from, long timestamp) {
        int length = source.getInt(from + RowLayout.LENGTH_OFFSET);
        long block = arena.allocate(ROW_OFFSET + length);
        UnsafeBuffer target = arena.buffer(block);
        int at = RowArena.offset(block);
        target.putLong(at, RowArena.NONE);
        RowMemory.copy(source, from, target, at + ROW_OFFSET, length);
        target.putLong(at + ROW_OFFSET + RowLayout.TIMESTAMP_OFFSET, timestamp);
        link(block);
    }

    private void link(long block) {
        long last = store.getLong(tail);
        if (last == RowArena.NONE) {
            store.putLong(head, block);
        } else {
            arena.buffer(last).putLong(RowArena.offset(last), block);
        }
        store.putLong(tail, block);
        store.putLong(size, store.getLong(size) + 1);
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
        UnsafeBuffer buffer = arena.buffer(block);
        int at = RowArena.offset(block);
        following = buffer.getLong(at);
        return cursor.wrap(buffer, at + ROW_OFFSET);
    }

    @Override
    public void removeFirst() {
        long block = store.getLong(head);
        if (block == RowArena.NONE) {
            throw new IllegalStateException("the queue is empty");
        }
        long next = release(block);
        store.putLong(head, next);
        if (next == RowArena.NONE) {
            store.putLong(tail, RowArena.NONE);
        }
        store.putLong(size, store.getLong(size) - 1);
    }

    private long release(long block) {
        UnsafeBuffer buffer = arena.buffer(block);
        int at = RowArena.offset(block);
        long next = buffer.getLong(at);
        arena.release(block, ROW_OFFSET + buffer.getInt(at + ROW_OFFSET + RowLayout.LENGTH_OFFSET));
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
        store.putLong(head, store.getLong(that.head));
        store.putLong(tail, store.getLong(that.tail));
        store.putLong(size, store.getLong(that.size));
        that.initialize();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        store.putLong(head, RowArena.NONE);
        store.putLong(tail, RowArena.NONE);
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
        for (Row row = first(); row != null; row = next()) {
            out.writeBytes(cursor.buffer(), cursor.offset(), cursor.length());
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int count = in.readCount(cursor.layout().fixedLength());
        for (int i = 0; i < count; i++) {
            int at = in.readBytes();
            requireRow(in, at);
            append(in.buffer(), at, in.buffer().getLong(at + RowLayout.TIMESTAMP_OFFSET));
        }
    }

    private void requireRow(SnapshotReader in, int at) {
        int length = in.lastLength();
        int least = cursor.layout().fixedLength();
        if (length < least) {
            throw new SnapshotMismatch("bytes of a row", length, "at least " + least);
        }
        int own = in.buffer().getInt(at + RowLayout.LENGTH_OFFSET);
        if (own != length || length % Long.BYTES != 0) {
            throw new SnapshotMismatch("length of a row", own, length);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        BitSet coded = cursor.layout().codedColumns();
        if (coded.isEmpty()) {
            return;
        }
        for (Row row = first(); row != null; row = next()) {
            for (int column = coded.nextSetBit(0); column >= 0; column = coded.nextSetBit(column + 1)) {
                if (!cursor.isNull(column)) {
                    symbols.set((int) cursor.getLong(column));
                }
            }
        }
    }
}
