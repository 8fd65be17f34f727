package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.KeyHash;
import eventflux.core.row.RowView;
import java.util.Arrays;

/**
 * Slots by key: open addressing with linear probing over the keys, removal that shifts back (Knuth, The Art of Computer
 * Programming, vol. 3, 6.4, algorithm R), and a ring of slots for each key.
 *
 * <pre>
 *   table[place] = first slot of a key + 1, 0 where empty
 *   first -> after(first) -> … -> before(first) (the last) -> first
 *   entries: | key (long) | after (int) | before (int) | for each slot, side by side for the sake of the cache
 * </pre>
 */
public final class HashIndex implements EqualIndex {

    private static final int INITIAL_CAPACITY = 16;
    private static final int WORDS = 2;
    private static final long UNLINKED = -1;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final RowKey key;

    // All fields below are written by the thread that owns the application.
    private int[] table = new int[2 * INITIAL_CAPACITY];
    private int keys;
    private long[] entries = unlinked(new long[INITIAL_CAPACITY * WORDS], 0);

    /** An empty index over a key of the table's rows. */
    public HashIndex(RowKey key) {
        this.key = key;
    }

    @Override
    public void add(int slot, RowView row, EvalContext context) {
        makeRoom(slot);
        if (!key.read(row, context)) {
            return;
        }
        long value = key.value();
        entries[slot * WORDS] = value;
        int place = place(value);
        int first = table[place] - 1;
        if (first != NONE) {
            join(slot, first);
            return;
        }
        link(slot, slot, slot);
        table[place] = slot + 1;
        keys++;
        if (keys * 2 > table.length) {
            grow();
        }
    }

    private void join(int slot, int first) {
        int last = before(first);
        link(slot, first, last);
        link(first, first == last ? slot : after(first), slot);
        if (first != last) {
            link(last, slot, before(last));
        }
    }

    @Override
    public void remove(int slot) {
        if (!isIn(slot)) {
            return;
        }
        int place = place(keyOf(slot));
        int next = after(slot);
        int previous = before(slot);
        if (next == slot) {
            removeKey(place);
        } else {
            link(previous, next, before(previous));
            link(next, after(next), previous);
            if (table[place] == slot + 1) {
                table[place] = next + 1;
            }
        }
        entries[slot * WORDS + 1] = UNLINKED;
    }

    private boolean isIn(int slot) {
        return slot * WORDS < entries.length && entries[slot * WORDS + 1] != UNLINKED;
    }

    private long keyOf(int slot) {
        return entries[slot * WORDS];
    }

    private int after(int slot) {
        return (int) (entries[slot * WORDS + 1] >>> Integer.SIZE);
    }

    private int before(int slot) {
        return (int) entries[slot * WORDS + 1];
    }

    private void link(int slot, int after, int before) {
        entries[slot * WORDS + 1] = (long) after << Integer.SIZE | before & LOW_HALF;
    }

    private void removeKey(int place) {
        int mask = table.length - 1;
        int hole = place;
        keys--;
        for (int next = hole + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            int home = home(keyOf(table[next] - 1), mask);
            if ((next - home & mask) >= (next - hole & mask)) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = 0;
    }

    @Override
    public boolean moves(int slot, RowView row, EvalContext context) {
        return key.read(row, context) ? !isIn(slot) || keyOf(slot) != key.value() : isIn(slot);
    }

    @Override
    public void clear() {
        Arrays.fill(table, 0);
        unlinked(entries, 0);
        keys = 0;
    }

    @Override
    public int first(long value) {
        return table[place(value)] - 1;
    }

    @Override
    public int next(int slot, int first) {
        int next = after(slot);
        return next == first ? NONE : next;
    }

    @Override
    public RowKey key() {
        return key;
    }

    // Where the key is, or the empty place where it belongs.
    private int place(long value) {
        int[] places = table;
        int mask = places.length - 1;
        int place = home(value, mask);
        while (places[place] != 0 && keyOf(places[place] - 1) != value) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static int home(long value, int mask) {
        return KeyHash.of(value) & mask;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int entry : old) {
            if (entry != 0) {
                table[place(keyOf(entry - 1))] = entry;
            }
        }
    }

    private void makeRoom(int slot) {
        int present = entries.length;
        if (slot * WORDS >= present) {
            entries = unlinked(Arrays.copyOf(entries, Math.max((slot + 1) * WORDS, present * 2)), present);
        }
    }

    private static long[] unlinked(long[] entries, int from) {
        for (int at = from + 1; at < entries.length; at += WORDS) {
            entries[at] = UNLINKED;
        }
        return entries;
    }

    @Override
    public String toString() {
        return "hash index on " + key;
    }
}
