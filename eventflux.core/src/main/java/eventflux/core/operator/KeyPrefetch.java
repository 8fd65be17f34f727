package eventflux.core.operator;

import eventflux.core.state.RecordStore;

/**
 * Loads the records of the rows that come next, all at once, when there are many of either: a processor that goes from row to row waits for
 * memory once for each; here it waits for many together. It changes nothing but how long it takes. Group prefetching: Chen, Ailamaki,
 * Gibbons, Mowry, "Improving Hash Join Performance through Prefetching", 2004. Used by the thread that owns the application.
 */
public final class KeyPrefetch {

    private static final int LEAST_ROWS = 16;
    // What was loaded first is still in the cache when the last has come.
    private static final int MOST_ROWS = 1_024;

    private final RecordStore records;

    // Both written by the thread that owns the application: of the rows that come next.
    private int[] slots = new int[0];
    private int count;

    /** Loads records of one store. */
    public KeyPrefetch(RecordStore records) {
        this.records = records;
    }

    /** Begins with the first of so many rows; answers whether it is worth while to go over them. */
    public boolean begin(int rows) {
        count = 0;
        if (rows < LEAST_ROWS || !records.isLarge()) {
            return false;
        }
        if (slots.length < Math.min(rows, MOST_ROWS)) {
            slots = new int[Math.min(rows, MOST_ROWS)];
        }
        return true;
    }

    /** Takes the record of the next row, or {@link KeyIndex#ABSENT}; answers whether it takes one more. */
    public boolean add(int slot) {
        if (slot != KeyIndex.ABSENT) {
            slots[count++] = slot;
        }
        return count < slots.length;
    }

    /** Loads what it has taken. */
    public void load() {
        records.load(slots, count);
    }
}
