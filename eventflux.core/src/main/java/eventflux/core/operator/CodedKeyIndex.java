package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.Arrays;
import java.util.BitSet;

/** Keys that are codes of the symbol table: the code is the place in an array. Null is a key of its own, at place 0. */
public final class CodedKeyIndex implements KeyIndex {

    private static final int INITIAL_CAPACITY = 64;

    private final LongKey key;

    // All fields below are written by the thread that owns the application. Slots plus one, 0 where there is none.
    private int[] slotByPlace = new int[INITIAL_CAPACITY];
    private int[] placeBySlot = new int[INITIAL_CAPACITY];
    private int slotLimit;
    private int found;

    /** No keys yet. */
    public CodedKeyIndex(LongKey key) {
        this.key = key;
    }

    @Override
    public int find(RowView row, EvalContext context) {
        int place = key.isNull(row, context) ? 0 : (int) key.key(row, context) + 1;
        found = place;
        return slotAt(place);
    }

    @Override
    public int slotOf(long code) {
        return slotAt((int) code + 1);
    }

    private int slotAt(int place) {
        return place < slotByPlace.length ? slotByPlace[place] - 1 : ABSENT;
    }

    @Override
    public void insert(int slot) {
        if (found >= slotByPlace.length) {
            slotByPlace = Arrays.copyOf(slotByPlace, Math.max(found + 1, slotByPlace.length * 2));
        }
        if (slot >= placeBySlot.length) {
            placeBySlot = Arrays.copyOf(placeBySlot, Math.max(slot + 1, placeBySlot.length * 2));
        }
        slotByPlace[found] = slot + 1;
        placeBySlot[slot] = found;
        slotLimit = Math.max(slotLimit, slot + 1);
    }

    @Override
    public void remove(int slot) {
        slotByPlace[placeBySlot[slot]] = 0;
    }

    @Override
    public void clear() {
        for (int slot = 0; slot < slotLimit; slot++) {
            slotByPlace[placeBySlot[slot]] = 0;
        }
        slotLimit = 0;
    }

    @Override
    public void saveKey(int slot, SnapshotWriter out) {
        out.writeInt(placeBySlot[slot]);
    }

    @Override
    public void restoreKey(int slot, SnapshotReader in) {
        found = in.readInt();
        if (found < 0) {
            throw new SnapshotMismatch("key", found, "at least 0");
        }
        insert(slot);
    }

    @Override
    public void markKey(int slot, BitSet symbols) {
        if (placeBySlot[slot] > 0) {
            symbols.set(placeBySlot[slot] - 1);
        }
    }
}
