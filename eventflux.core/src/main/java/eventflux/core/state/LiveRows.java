package eventflux.core.state;

import eventflux.core.row.KeyHash;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * The rows that a window has let out and not yet taken back: what the other side of a join, or a query on demand, finds. They
 * keep their order, and those that have a key are chained by it. First row, last row and size are cells of the record; the
 * table of chains is one for all records.
 *
 * <pre>
 *   block:  | next | previous | next in chain | previous in chain | key | record (int) | kind of key (int) | row |
 *             all in the order of arrival; addresses of blocks of the arena, each a long
 * </pre>
 *
 * <p>Used by the thread that owns the application.
 */
public final class LiveRows extends RowContainer {

    /** There is no row. */
    public static final long NONE = RowArena.NONE;

    private static final int NEXT = 0;
    private static final int PREVIOUS = 8;
    private static final int CHAIN_NEXT = 16;
    private static final int CHAIN_PREVIOUS = 24;
    private static final int KEY = 32;
    private static final int RECORD = 40;
    private static final int KIND_OF_KEY = 44;
    private static final int ROW = 48;

    private static final int NO_KEY = 0;
    private static final int GIVEN_KEY = 1;
    private static final int HASH_OF_VALUES = 2;

    private static final int INITIAL_CHAINS = 16;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final RecordStore store;
    private final RowArena arena;
    private final int head;
    private final int tail;
    private final int size;

    // All fields below are written by the thread that owns the application.
    // The first and the last row of each chain, side by side: who needs both has them in one line of the cache.
    private long[] chains = new long[2 * INITIAL_CHAINS];
    private int chained;
    private long version;

    LiveRows(RecordStore store, String name, RowArena arena, RowView cursor) {
        super(name, cursor);
        this.store = store;
        this.arena = arena;
        this.head = store.addCell();
        this.tail = store.addCell();
        this.size = store.addCell();
        store.add(this);
    }

    /** The layout of the rows. */
    public RowLayout layout() {
        return cursor.layout();
    }

    /** Adds a copy of a row that has no key: a search by key does not find it. */
    public void append(RowView row) {
        link(copy(row), NO_KEY, 0);
    }

    /** Adds a copy of a row under a key. */
    public void append(RowView row, long key) {
        link(copy(row), GIVEN_KEY, key);
    }

    /** Adds a copy of a row that {@link #removeByValues} finds fast. */
    public void appendByValues(RowView row) {
        link(copy(row), HASH_OF_VALUES, row.valueHash());
    }

    /** How many rows there are. */
    public int size() {
        return (int) store.getLong(size);
    }

    /** The address of the oldest row, or {@link #NONE}. */
    public long first() {
        return store.getLong(head);
    }

    /** The address of the youngest row, or {@link #NONE}. */
    public long last() {
        return store.getLong(tail);
    }

    /** Changes whenever rows come or go otherwise than one by one. */
    public long version() {
        return version;
    }

    /** Lets a row without a key have a number, for whoever finds rows in another way. */
    public void tag(long address, long number) {
        put(address, KEY, number);
    }

    /** The number that a row was given. */
    public long tag(long address) {
        return get(address, KEY);
    }

    /** The address of the row that came after another. */
    public long next(long address) {
        return get(address, NEXT);
    }

    /** The address of the oldest row of a key, or {@link #NONE}. */
    public long firstOf(long key) {
        return ofKey(chains[place(key, store.selected())], key);
    }

    /** The address of the next row of the same key. */
    public long nextOf(long key, long address) {
        return ofKey(get(address, CHAIN_NEXT), key);
    }

    private long ofKey(long from, long key) {
        int record = store.selected();
        long address = from;
        while (address != NONE && (get(address, KEY) != key || recordOf(address) != record)) {
            address = get(address, CHAIN_NEXT);
        }
        return address;
    }

    /** Moves a cursor of the same layout to a row. */
    public RowView show(long address, RowView view) {
        return view.wrap(address + ROW);
    }

    /** Removes the oldest row, if there is one. */
    public void removeFirst() {
        long address = store.getLong(head);
        if (address != NONE) {
            remove(address);
        }
    }

    /** Removes the oldest row that has the values of another and no key; answers whether there was one. */
    public boolean remove(RowView row) {
        return removeFound(find(row));
    }

    /** The address of the oldest row that has the values of another, or {@link #NONE}. */
    public long find(RowView row) {
        long address = first();
        while (address != NONE && !hasValues(address, row)) {
            address = next(address);
        }
        return address;
    }

    /** Removes the oldest row {@linkplain #appendByValues added by its values} that has those of another; answers whether there was one. */
    public boolean removeByValues(RowView row) {
        return remove(row, row.valueHash());
    }

    /** Removes the oldest row of a key that has the values of another; answers whether there was one. */
    public boolean remove(RowView row, long key) {
        long address = firstOf(key);
        while (address != NONE && !hasValues(address, row)) {
            address = nextOf(key, address);
        }
        return removeFound(address);
    }

    private boolean removeFound(long address) {
        if (address == NONE) {
            return false;
        }
        remove(address);
        return true;
    }

    /** Whether a row has the values of another. The times need not agree: a window may show another time than that of the row. */
    public boolean hasValues(long address, RowView row) {
        long mine = address + ROW;
        long other = row.address();
        int length = row.length();
        if (RowLayout.length(mine) != length) {
            return false;
        }
        for (int i = RowLayout.NULLS_OFFSET; i < length; i += Long.BYTES) {
            if (UnsafeApi.getLong(mine + i) != UnsafeApi.getLong(other + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void clear() {
        version++;
        while (store.getLong(head) != NONE) {
            remove(store.getLong(head));
        }
    }

    private long copy(RowView row) {
        return copy(row.address(), row.length(), row.timestamp());
    }

    private long copy(long row, int length, long timestamp) {
        long address = arena.allocate(ROW + length);
        RowMemory.copy(row, address + ROW, length);
        put(address, ROW + RowLayout.TIMESTAMP_OFFSET, timestamp);
        return address;
    }

    private void link(long address, int kindOfKey, long key) {
        long last = store.getLong(tail);
        put(address, NEXT, NONE);
        put(address, PREVIOUS, last);
        if (last == NONE) {
            store.putLong(head, address);
        } else {
            put(last, NEXT, address);
        }
        store.putLong(tail, address);
        store.putLong(size, store.getLong(size) + 1);
        put(address, KEY, key);
        long at = address;
        UnsafeApi.putInt(at + RECORD, store.selected());
        UnsafeApi.putInt(at + KIND_OF_KEY, kindOfKey);
        if (kindOfKey != NO_KEY) {
            if (++chained * 2 > chains.length) {
                rehash();
            }
            chain(address);
        }
    }

    private void chain(long address) {
        int place = place(get(address, KEY), recordOf(address));
        long last = chains[place + 1];
        put(address, CHAIN_NEXT, NONE);
        put(address, CHAIN_PREVIOUS, last);
        if (last == NONE) {
            chains[place] = address;
        } else {
            put(last, CHAIN_NEXT, address);
        }
        chains[place + 1] = address;
    }

    /** Removes a row. */
    public void remove(long address) {
        if (kindOfKey(address) != NO_KEY) {
            unchain(address);
        }
        long before = get(address, PREVIOUS);
        long after = get(address, NEXT);
        if (before == NONE) {
            store.putLong(head, after);
        } else {
            put(before, NEXT, after);
        }
        if (after == NONE) {
            store.putLong(tail, before);
        } else {
            put(after, PREVIOUS, before);
        }
        store.putLong(size, store.getLong(size) - 1);
        arena.release(address, ROW + RowLayout.length(address + ROW));
    }

    private void unchain(long address) {
        long before = get(address, CHAIN_PREVIOUS);
        long after = get(address, CHAIN_NEXT);
        int place = place(get(address, KEY), recordOf(address));
        if (before == NONE) {
            chains[place] = after;
        } else {
            put(before, CHAIN_NEXT, after);
        }
        if (after == NONE) {
            chains[place + 1] = before;
        } else {
            put(after, CHAIN_PREVIOUS, before);
        }
        chained--;
    }

    // Each chain is walked from its head, so rows of one key keep their order in the chain that they move to.
    private void rehash() {
        long[] old = chains;
        chains = new long[old.length * 2];
        for (int place = 0; place < old.length; place += 2) {
            for (long address = old[place]; address != NONE; ) {
                long next = get(address, CHAIN_NEXT);
                chain(address);
                address = next;
            }
        }
    }

    // Of the first row of a chain; the last one is behind it.
    private int place(long key, int record) {
        return 2 * KeyHash.of(key + record * MULTIPLIER) & chains.length - 1;
    }

    private long get(long address, int field) {
        return UnsafeApi.getLong(address + field);
    }

    private void put(long address, int field, long value) {
        UnsafeApi.putLong(address + field, value);
    }

    private int recordOf(long address) {
        return UnsafeApi.getInt(address + RECORD);
    }

    private int kindOfKey(long address) {
        return UnsafeApi.getInt(address + KIND_OF_KEY);
    }

    @Override
    public void initialize() {
        store.putLong(head, NONE);
        store.putLong(tail, NONE);
        store.putLong(size, 0);
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeInt(size());
        for (long address = first(); address != NONE; address = next(address)) {
            out.writeInt(kindOfKey(address));
            out.writeLong(get(address, KEY));
            show(address, cursor);
            saved.write(cursor, out);
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int count = in.readCount(cursor.layout().fixedLength());
        for (int i = 0; i < count; i++) {
            int kindOfKey = in.readInt();
            long key = in.readLong();
            saved.read(in);
            long address = copy(saved.address(), saved.length(), saved.timestamp());
            // The row may lie otherwise than when it was saved.
            link(
                    address,
                    kindOfKey,
                    kindOfKey == HASH_OF_VALUES ? show(address, cursor).valueHash() : key);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        if (cursor.layout().hasCodes()) {
            for (long address = first(); address != NONE; address = next(address)) {
                SavedRows.mark(show(address, cursor), symbols);
            }
        }
    }
}
