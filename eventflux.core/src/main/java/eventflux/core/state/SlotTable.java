package eventflux.core.state;

import eventflux.core.row.RowArena;
import org.agrona.UnsafeApi;

/**
 * Finds the slots of keys by their hash, for each record by itself: open addressing with linear probing and removal that
 * shifts back. Zero is no slot.
 *
 * <pre>
 *   record:  table block | places in the table | size
 *   table:   | slot (int) | …
 * </pre>
 */
final class SlotTable {

    private static final int INITIAL_PLACES = 8;
    private static final int EMPTY = 0;

    private final RecordStore store;
    private final RowArena arena;
    private final Keys keys;
    private final int table;
    private final int places;
    private final int size;

    /** What knows the keys. */
    interface Keys {

        /** Whether a slot has the key that is looked for, which has this hash. */
        boolean isWanted(int slot, int hash);

        /** The hash of a slot's key. */
        int hashOf(int slot);
    }

    SlotTable(RecordStore store, RowArena arena, Keys keys) {
        this.store = store;
        this.arena = arena;
        this.keys = keys;
        this.table = store.addCell();
        this.places = store.addCell();
        this.size = store.addCell();
    }

    /** The slot of the key that is looked for, zero when there is none. */
    int find(int hash) {
        if (size() == 0) {
            return EMPTY;
        }
        int mask = mask();
        for (int place = hash & mask; ; place = place + 1 & mask) {
            int slot = get(place);
            if (slot == EMPTY || keys.isWanted(slot, hash)) {
                return slot;
            }
        }
    }

    void insert(int slot, int hash) {
        int wanted = size() + 1;
        if (wanted * 2L > store.getLong(places)) {
            grow();
        }
        store.putLong(size, wanted);
        put(slot, hash);
    }

    private void put(int slot, int hash) {
        int mask = mask();
        int place = hash & mask;
        while (get(place) != EMPTY) {
            place = place + 1 & mask;
        }
        set(place, slot);
    }

    private void grow() {
        long present = store.getLong(table);
        int count = (int) store.getLong(places);
        int wanted = Math.max(INITIAL_PLACES, Math.multiplyExact(count, 2));
        long larger = arena.allocate(wanted * Integer.BYTES);
        UnsafeApi.setMemory(larger, (long) wanted * Integer.BYTES, (byte) 0);
        store.putLong(table, larger);
        store.putLong(places, wanted);
        if (count == 0) {
            return;
        }
        for (int place = 0; place < count; place++) {
            int slot = UnsafeApi.getInt(present + (long) place * Integer.BYTES);
            if (slot != EMPTY) {
                put(slot, keys.hashOf(slot));
            }
        }
        arena.release(present, count * Integer.BYTES);
    }

    /** Removes a slot that is there. */
    void remove(int slot) {
        int mask = mask();
        int hole = keys.hashOf(slot) & mask;
        while (get(hole) != slot) {
            hole = hole + 1 & mask;
        }
        for (int next = hole + 1 & mask; get(next) != EMPTY; next = next + 1 & mask) {
            int home = keys.hashOf(get(next)) & mask;
            if ((next - home & mask) >= (next - hole & mask)) {
                set(hole, get(next));
                hole = next;
            }
        }
        set(hole, EMPTY);
        store.putLong(size, size() - 1);
    }

    int size() {
        return (int) store.getLong(size);
    }

    /** Gives the memory back. */
    void clear() {
        if (store.getLong(places) > 0) {
            arena.release(store.getLong(table), (int) store.getLong(places) * Integer.BYTES);
        }
        initialize();
    }

    void initialize() {
        store.putLong(table, RowArena.NONE);
        store.putLong(places, 0);
        store.putLong(size, 0);
    }

    private int mask() {
        return (int) store.getLong(places) - 1;
    }

    private int get(int place) {
        return UnsafeApi.getInt(store.getLong(table) + (long) place * Integer.BYTES);
    }

    private void set(int place, int slot) {
        UnsafeApi.putInt(store.getLong(table) + (long) place * Integer.BYTES, slot);
    }
}
