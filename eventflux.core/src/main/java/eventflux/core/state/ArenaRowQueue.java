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
 * A row queue whose rows lie one after another in chunks of an arena. A chunk has room for about as many rows as there are when it is
 * taken, so that a queue takes at most twice the memory of its rows, and is given back when its last row leaves.
 *
 * <pre>
 *   record:  first chunk | where the oldest row lies | where the next row goes | rows (int) | bytes left for rows (int)
 *   chunk:   its bytes (int) | where its rows begin (int) | row | row | … | 0 (long) | next chunk (long)
 * </pre>
 *
 * <p>What follows the last row of a chunk is told from a row by its length, which no row has. An empty queue has no chunk.
 */
final class ArenaRowQueue extends RowContainer implements RowQueue {

    private static final int BEGIN = Integer.BYTES;
    private static final int HEADER = Long.BYTES;
    private static final int NEXT = Long.BYTES;
    private static final int FRAME = HEADER + 2 * Long.BYTES;
    private static final int LARGEST_CHUNK = 4 << 10;

    private final RecordStore store;
    private final RowArena arena;
    private final RowView taken;
    private final int first;
    private final int head;
    private final int end;
    private final int size;
    private final int room;
    // Written by the thread that owns the application: behind the cursor's row, NONE when it is the newest.
    private long following;

    ArenaRowQueue(RecordStore store, String name, RowArena arena, RowView cursor) {
        super(name, cursor);
        this.store = store;
        this.arena = arena;
        this.taken = new RowView(cursor.layout(), cursor.symbols());
        this.first = store.addCell();
        this.head = store.addAddressCell();
        this.end = store.addAddressCell();
        this.size = store.addCell();
        this.room = size + Integer.BYTES;
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
        long record = store.address();
        if (UnsafeApi.getInt(record + room) < length) {
            addChunk(record, length);
        }
        long copy = UnsafeApi.getLong(record + end);
        RowMemory.copy(row, copy, length);
        UnsafeApi.putLong(copy + RowLayout.TIMESTAMP_OFFSET, timestamp);
        UnsafeApi.putLong(record + end, copy + length);
        UnsafeApi.putInt(record + room, UnsafeApi.getInt(record + room) - length);
        UnsafeApi.putInt(record + size, UnsafeApi.getInt(record + size) + 1);
        return copy;
    }

    private void addChunk(long record, int length) {
        long present = Math.min((long) UnsafeApi.getInt(record + size) * length, LARGEST_CHUNK - FRAME);
        int bytes = RowArena.blockBytes(FRAME + (int) Math.max(length, present));
        long chunk = arena.allocate(bytes);
        UnsafeApi.putInt(chunk, bytes);
        UnsafeApi.putInt(chunk + BEGIN, HEADER);
        if (UnsafeApi.getLong(record + first) == RowArena.NONE) {
            UnsafeApi.putLong(record + first, chunk);
            UnsafeApi.putLong(record + head, chunk + HEADER);
        } else {
            follow(UnsafeApi.getLong(record + end), chunk);
        }
        UnsafeApi.putLong(record + end, chunk + HEADER);
        UnsafeApi.putInt(record + room, bytes - FRAME);
    }

    private static void follow(long lastEnd, long chunk) {
        UnsafeApi.putLong(lastEnd, 0);
        UnsafeApi.putLong(lastEnd + NEXT, chunk);
    }

    @Override
    public int size() {
        return UnsafeApi.getInt(store.address() + size);
    }

    @Override
    public Row first() {
        return isEmpty() ? null : moveTo(store.getLong(head));
    }

    @Override
    public Row next() {
        long at = following;
        return at == RowArena.NONE ? null : moveTo(isChunkEnd(at) ? begin(nextChunk(at)) : at);
    }

    private Row moveTo(long row) {
        long behind = row + RowLayout.length(row);
        following = behind == store.getLong(end) ? RowArena.NONE : behind;
        return cursor.wrap(row);
    }

    private static boolean isChunkEnd(long at) {
        return RowLayout.length(at) == 0;
    }

    private static long nextChunk(long chunkEnd) {
        return UnsafeApi.getLong(chunkEnd + NEXT);
    }

    private static long begin(long chunk) {
        return chunk + UnsafeApi.getInt(chunk + BEGIN);
    }

    @Override
    public void removeFirst() {
        long record = store.address();
        int left = UnsafeApi.getInt(record + size) - 1;
        if (left < 0) {
            throw new IllegalStateException("the queue is empty");
        }
        UnsafeApi.putInt(record + size, left);
        if (left == 0) {
            release(UnsafeApi.getLong(record + first));
            initialize();
            return;
        }
        long row = UnsafeApi.getLong(record + head);
        long next = row + RowLayout.length(row);
        if (isChunkEnd(next)) {
            release(UnsafeApi.getLong(record + first));
            UnsafeApi.putLong(record + first, nextChunk(next));
            next = begin(nextChunk(next));
        }
        UnsafeApi.putLong(record + head, next);
    }

    @Override
    public Row takeFirst() {
        long row = store.getLong(head);
        removeFirst();
        return taken.wrap(row);
    }

    // Changes the head of the chunk alone: its last row may still be read.
    private void release(long chunk) {
        arena.release(chunk, UnsafeApi.getInt(chunk));
    }

    @Override
    public void clear() {
        long chunk = store.getLong(first);
        long at = store.getLong(head);
        for (int left = size(); left > 0; left--) {
            at += RowLayout.length(at);
            if (left == 1) {
                release(chunk);
            } else if (isChunkEnd(at)) {
                release(chunk);
                chunk = nextChunk(at);
                at = begin(chunk);
            }
        }
        initialize();
    }

    @Override
    public void takeAll(RowQueue other) {
        clear();
        takeOver((ArenaRowQueue) other);
    }

    private void takeOver(ArenaRowQueue that) {
        store.putLong(first, that.store.getLong(that.first));
        store.putLong(head, that.store.getLong(that.head));
        store.putLong(end, that.store.getLong(that.end));
        store.putLong(size, that.store.getLong(that.size));
        that.initialize();
    }

    @Override
    public void appendAll(RowQueue other) {
        ArenaRowQueue that = (ArenaRowQueue) other;
        if (that.isEmpty()) {
            return;
        }
        int before = size();
        if (before > 0) {
            long chunk = that.store.getLong(that.first);
            UnsafeApi.putInt(chunk + BEGIN, (int) (that.store.getLong(that.head) - chunk));
            follow(store.getLong(end), chunk);
            that.store.putLong(that.first, store.getLong(first));
            that.store.putLong(that.head, store.getLong(head));
        }
        takeOver(that);
        UnsafeApi.putInt(store.address() + size, before + size());
    }

    @Override
    public void initialize() {
        store.putLong(first, RowArena.NONE);
        store.putLong(head, RowArena.NONE);
        store.putLong(end, RowArena.NONE);
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
