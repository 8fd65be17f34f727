package eventflux.core.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowHeap;
import eventflux.api.spi.state.RowOrder;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * A binary heap of rows, the one that the order puts last at its top; of equal ones the one that came last, or first.
 *
 * <pre>
 *   record:  table block | places in the table | size | number of the next row
 *   table:   | address of a row block (long) | …
 *   block:   | number of the row (long) | row |
 * </pre>
 */
final class ArenaRowHeap extends RowContainer implements RowHeap {

    private static final int ROW_OFFSET = Long.BYTES;
    private static final int INITIAL_CAPACITY = 8;

    private final RecordStore store;
    private final RowArena arena;
    private final RowComparison order;
    private final Ties ties;
    private final RowView left;
    private final RowView right;
    private final int table;
    private final int capacity;
    private final int size;
    private final int added;

    /** Which of equal rows is at the top. */
    enum Ties {
        /** The one that came last. */
        NEWEST_ON_TOP,
        /** The one that came first. */
        OLDEST_ON_TOP
    }

    ArenaRowHeap(RecordStore store, String name, RowArena arena, RowOrder order, RowView cursor) {
        this(store, name, arena, order, cursor, Ties.NEWEST_ON_TOP);
    }

    ArenaRowHeap(RecordStore store, String name, RowArena arena, RowOrder order, RowView cursor, Ties ties) {
        super(name, cursor);
        this.ties = ties;
        this.store = store;
        this.arena = arena;
        this.order = new RowComparison(order, cursor.layout(), cursor.symbols());
        this.left = new RowView(cursor.layout(), cursor.symbols());
        this.right = new RowView(cursor.layout(), cursor.symbols());
        this.table = store.addAddressCell();
        this.capacity = store.addCell();
        this.size = store.addCell();
        this.added = store.addCell();
        store.add(this);
    }

    @Override
    public void add(Row row) {
        RowView view = (RowView) row;
        long number = store.getLong(added);
        store.putLong(added, number + 1);
        add(view.address(), view.length(), view.timestamp(), number);
    }

    private void add(long row, int length, long timestamp, long number) {
        long block = arena.allocate(ROW_OFFSET + length);
        UnsafeApi.putLong(block, number);
        RowMemory.copy(row, block + ROW_OFFSET, length);
        UnsafeApi.putLong(block + ROW_OFFSET + RowLayout.TIMESTAMP_OFFSET, timestamp);
        int place = size();
        if (place == store.getLong(capacity)) {
            grow(place);
        }
        store.putLong(size, place + 1);
        siftUp(place, block);
    }

    private void grow(int filled) {
        int wanted = Math.max(INITIAL_CAPACITY, filled * 2);
        long larger = arena.allocate(wanted * Long.BYTES);
        if (filled > 0) {
            long present = store.getLong(table);
            RowMemory.copy(present, larger, filled * Long.BYTES);
            arena.release(present, filled * Long.BYTES);
        }
        store.putLong(table, larger);
        store.putLong(capacity, wanted);
    }

    private void siftUp(int from, long block) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            long above = block(parent);
            if (!isLater(block, above)) {
                break;
            }
            put(place, above);
            place = parent;
        }
        put(place, block);
    }

    private void siftDown(long block, int count) {
        int place = 0;
        while (true) {
            int child = 2 * place + 1;
            if (child >= count) {
                break;
            }
            if (child + 1 < count && isLater(block(child + 1), block(child))) {
                child++;
            }
            if (!isLater(block(child), block)) {
                break;
            }
            put(place, block(child));
            place = child;
        }
        put(place, block);
    }

    private boolean isLater(long block, long other) {
        int result = order.compare(view(left, block), view(right, other));
        if (result != 0) {
            return result > 0;
        }
        return ties == Ties.NEWEST_ON_TOP == number(block) > number(other);
    }

    @Override
    public int size() {
        return (int) store.getLong(size);
    }

    @Override
    public Row last() {
        return isEmpty() ? null : view(cursor, block(0));
    }

    @Override
    public void removeLast() {
        int remaining = size() - 1;
        if (remaining < 0) {
            throw new IllegalStateException("the heap is empty");
        }
        release(block(0));
        store.putLong(size, remaining);
        if (remaining > 0) {
            siftDown(block(remaining), remaining);
        }
    }

    private void release(long block) {
        arena.release(block, ROW_OFFSET + RowLayout.length(block + ROW_OFFSET));
    }

    @Override
    public void clear() {
        for (int place = size() - 1; place >= 0; place--) {
            release(block(place));
        }
        long places = store.getLong(capacity);
        if (places > 0) {
            arena.release(store.getLong(table), (int) places * Long.BYTES);
        }
        initialize();
    }

    private long block(int place) {
        long address = store.getLong(table);
        return UnsafeApi.getLong(address + (long) place * Long.BYTES);
    }

    private void put(int place, long block) {
        long address = store.getLong(table);
        UnsafeApi.putLong(address + (long) place * Long.BYTES, block);
    }

    private long number(long block) {
        return UnsafeApi.getLong(block);
    }

    private RowView view(RowView moved, long block) {
        return moved.wrap(block + ROW_OFFSET);
    }

    @Override
    public void initialize() {
        store.putLong(table, RowArena.NONE);
        store.putLong(capacity, 0);
        store.putLong(size, 0);
        store.putLong(added, 0);
    }

    @Override
    public boolean readsRows() {
        return true;
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeInt(size());
        out.writeLong(store.getLong(added));
        for (int place = 0; place < size(); place++) {
            long block = block(place);
            out.writeLong(number(block));
            view(cursor, block);
            saved.write(cursor, out);
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int count = in.readCount(Long.BYTES);
        store.putLong(added, in.readLong());
        for (int i = 0; i < count; i++) {
            long number = in.readLong();
            saved.read(in);
            add(saved.address(), saved.length(), saved.timestamp(), number);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        if (cursor.layout().hasCodes()) {
            for (int place = 0; place < size(); place++) {
                SavedRows.mark(view(cursor, block(place)), symbols);
            }
        }
    }
}
