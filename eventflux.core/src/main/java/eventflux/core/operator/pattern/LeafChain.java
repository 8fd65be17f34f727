package eventflux.core.operator.pattern;

import eventflux.core.row.KeyHash;
import eventflux.core.row.RowArena;
import eventflux.core.state.RecordCells;
import org.agrona.UnsafeApi;

/**
 * The partial matches that listen to a leaf, in the order in which they came: one chain, or with an index a chain for each hash of
 * the values that its condition compares for equality. Acts on the record of the present key.
 *
 * <pre>
 *   record:  table block | chains     | matches    with an index
 *            first match | last match | matches    without
 *   table:   | first match (long) | last match (long) | …       the spread hash &amp; chains - 1 is the place
 * </pre>
 */
final class LeafChain {

    /** Cells that a chain needs. */
    static final int CELLS = 3;

    private static final int TABLE = 0;
    private static final int CHAINS = 1;
    private static final int FIRST = 0;
    private static final int LAST = 1;
    private static final int SIZE = 2;
    private static final int ENTRY = 2 * Long.BYTES;
    private static final int FIRST_CHAINS = 4;

    private final MatchBlocks blocks;
    private final RowArena arena;
    private final int link;
    private final boolean indexed;
    private final RecordCells cells;
    private final int cell;

    LeafChain(MatchBlocks blocks, int link, boolean indexed, RecordCells cells, int firstCell) {
        this.blocks = blocks;
        this.arena = blocks.arena();
        this.link = link;
        this.indexed = indexed;
        this.cells = cells;
        this.cell = firstCell;
    }

    void initialize() {
        // Of two meanings each: no table and no chains, or no match.
        cells.set(cell + TABLE, RowArena.NONE);
        cells.set(cell + CHAINS, RowArena.NONE);
        cells.set(cell + SIZE, 0);
    }

    /** Gives the table back, not the matches. */
    void release() {
        if (indexed && chains() > 0) {
            arena.release(cells.get(cell + TABLE), chains() * ENTRY);
        }
        initialize();
    }

    int size() {
        return (int) cells.get(cell + SIZE);
    }

    /** How many chains there are now. */
    int chains() {
        return indexed ? (int) cells.get(cell + CHAINS) : 1;
    }

    /** The first match of the chain for a hash. */
    long first(long hash) {
        return size() == 0 ? RowArena.NONE : head(place(hash));
    }

    /** The first match of a chain by its number. */
    long firstOf(int chain) {
        return head(chain * ENTRY);
    }

    long next(long match) {
        return blocks.getLong(match, link + MatchLayout.NEXT);
    }

    long hash(long match) {
        return blocks.getLong(match, link + MatchLayout.KEY);
    }

    void append(long match, long hash) {
        int wanted = size() + 1;
        if (indexed && wanted > 2 * chains()) {
            grow();
        }
        cells.set(cell + SIZE, wanted);
        blocks.putLong(match, link + MatchLayout.KEY, hash);
        link(match, place(hash));
    }

    private void link(long match, int place) {
        long last = tail(place);
        blocks.putLong(match, link + MatchLayout.PREVIOUS, last);
        blocks.putLong(match, link + MatchLayout.NEXT, RowArena.NONE);
        if (last == RowArena.NONE) {
            head(place, match);
        } else {
            blocks.putLong(last, link + MatchLayout.NEXT, match);
        }
        tail(place, match);
    }

    void remove(long match) {
        int place = place(hash(match));
        long before = blocks.getLong(match, link + MatchLayout.PREVIOUS);
        long after = next(match);
        if (before == RowArena.NONE) {
            head(place, after);
        } else {
            blocks.putLong(before, link + MatchLayout.NEXT, after);
        }
        if (after == RowArena.NONE) {
            tail(place, before);
        } else {
            blocks.putLong(after, link + MatchLayout.PREVIOUS, before);
        }
        cells.set(cell + SIZE, size() - 1);
    }

    /** A match has moved to another block, which has the same links. */
    void moved(long match) {
        int place = place(hash(match));
        long before = blocks.getLong(match, link + MatchLayout.PREVIOUS);
        long after = next(match);
        if (before == RowArena.NONE) {
            head(place, match);
        } else {
            blocks.putLong(before, link + MatchLayout.NEXT, match);
        }
        if (after == RowArena.NONE) {
            tail(place, match);
        } else {
            blocks.putLong(after, link + MatchLayout.PREVIOUS, match);
        }
    }

    // Chains are split, never joined, so that matches of one hash stay in order.
    private void grow() {
        int count = chains();
        long present = cells.get(cell + TABLE);
        int wanted = Math.max(FIRST_CHAINS, Math.multiplyExact(count, 2));
        long larger = arena.allocate(wanted * ENTRY);
        UnsafeApi.setMemory(larger, wanted * ENTRY, (byte) 0);
        cells.set(cell + TABLE, larger);
        cells.set(cell + CHAINS, wanted);
        if (count == 0) {
            return;
        }
        for (int chain = 0; chain < count; chain++) {
            for (long match = UnsafeApi.getLong(present + chain * ENTRY); match != RowArena.NONE; ) {
                long next = next(match);
                link(match, place(hash(match)));
                match = next;
            }
        }
        arena.release(present, count * ENTRY);
    }

    private int place(long hash) {
        return indexed ? (KeyHash.of(hash) & chains() - 1) * ENTRY : 0;
    }

    private long head(int place) {
        return indexed ? UnsafeApi.getLong(entry(place)) : cells.get(cell + FIRST);
    }

    private void head(int place, long match) {
        if (indexed) {
            UnsafeApi.putLong(entry(place), match);
        } else {
            cells.set(cell + FIRST, match);
        }
    }

    private long tail(int place) {
        return indexed ? UnsafeApi.getLong(entry(place) + Long.BYTES) : cells.get(cell + LAST);
    }

    private void tail(int place, long match) {
        if (indexed) {
            UnsafeApi.putLong(entry(place) + Long.BYTES, match);
        } else {
            cells.set(cell + LAST, match);
        }
    }

    private long entry(int place) {
        return cells.get(cell + TABLE) + place;
    }
}
