package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.table.OrderedIndex;
import eventflux.core.operator.table.RowKey;
import eventflux.core.row.RowView;
import eventflux.core.state.LiveRows;
import java.util.Arrays;

/**
 * The live rows of a side in the order of a column, beside the order of arrival. Made anew of the rows when these have been restored.
 * Used by the thread that owns the application.
 */
public final class OrderedRows {

    private static final int INITIAL_CAPACITY = 16;

    private final LiveRows rows;
    private final OrderedIndex index;
    private final RowKey key;
    private final RowView cursor;

    // All fields below are written by the thread that owns the application. A row has a slot for as
    // long as it is there.
    private long[] addresses = new long[INITIAL_CAPACITY];
    private long[] arrivals = new long[INITIAL_CAPACITY];
    private int[] free = new int[INITIAL_CAPACITY];
    private int freeCount;
    private int slots;
    private long arrived;
    private long version;

    /**
     * An order over rows.
     *
     * @param rows the rows; one record of them
     * @param key whose longs sort as the values of the column do
     * @param cursor of its own, on these rows
     */
    public OrderedRows(LiveRows rows, RowKey key, RowView cursor) {
        this.rows = rows;
        this.index = new OrderedIndex(key);
        this.key = key;
        this.cursor = cursor;
        this.version = rows.version();
    }

    /** The slots in the order of the column. */
    public OrderedIndex index() {
        return index;
    }

    /** Sees to it that all rows are in order. */
    void refresh(EvalContext context) {
        if (version == rows.version()) {
            return;
        }
        version = rows.version();
        index.clear();
        slots = 0;
        freeCount = 0;
        for (long address = rows.first(); address != LiveRows.NONE; address = rows.next(address)) {
            add(address, context);
        }
    }

    /** A row has been appended. */
    void appended(EvalContext context) {
        if (version == rows.version()) {
            add(rows.last(), context);
        }
    }

    private void add(long address, EvalContext context) {
        int slot = freeCount > 0 ? free[--freeCount] : nextSlot();
        addresses[slot] = address;
        arrivals[slot] = arrived++;
        rows.tag(address, slot);
        index.add(slot, rows.show(address, cursor), context);
    }

    /** A row is about to be removed. */
    void removing(long address) {
        if (version != rows.version()) {
            return;
        }
        int slot = (int) rows.tag(address);
        index.remove(slot);
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = slot;
    }

    /** The oldest row with the values of another, or {@link LiveRows#NONE}. */
    long find(RowView row, EvalContext context) {
        refresh(context);
        if (!key.read(row, context)) {
            return rows.find(row);
        }
        long wanted = key.value();
        long oldest = LiveRows.NONE;
        index.begin(wanted);
        for (int slot = index.next(wanted); slot != OrderedIndex.NONE; slot = index.next(wanted)) {
            boolean isOlder = oldest == LiveRows.NONE || arrivals[slot] < arrivals[(int) rows.tag(oldest)];
            if (isOlder && rows.hasValues(addresses[slot], row)) {
                oldest = addresses[slot];
            }
        }
        return oldest;
    }

    /** When the row of a slot came, by a number that grows. */
    long arrival(int slot) {
        return arrivals[slot];
    }

    /** Moves a cursor to the row of a slot. */
    RowView show(int slot, RowView view) {
        return rows.show(addresses[slot], view);
    }

    /** Whether there are rows. */
    boolean isEmpty() {
        return rows.size() == 0;
    }

    private int nextSlot() {
        if (slots == addresses.length) {
            addresses = Arrays.copyOf(addresses, slots * 2);
            arrivals = Arrays.copyOf(arrivals, slots * 2);
        }
        return slots++;
    }

    @Override
    public String toString() {
        return "in the order of " + key;
    }
}
