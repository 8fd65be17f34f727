package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;
import java.util.Arrays;

/** Slots by a key that no two rows share, and that is a code: the code is the place in an array. */
public final class CodeIndex implements EqualIndex {

    private static final int INITIAL_CAPACITY = 16;

    private final RowKey key;

    // All fields below are written by the thread that owns the application. Zero where there is none: slots plus one,
    // codes plus one.
    private int[] slotByCode = new int[INITIAL_CAPACITY];
    private int[] codeBySlot = new int[INITIAL_CAPACITY];

    /** An empty index over a key of the table's rows. */
    public CodeIndex(RowKey key) {
        this.key = key;
    }

    @Override
    public RowKey key() {
        return key;
    }

    @Override
    public int first(long value) {
        return value < slotByCode.length ? slotByCode[(int) value] - 1 : NONE;
    }

    @Override
    public int next(int slot, int first) {
        return NONE;
    }

    @Override
    public void add(int slot, RowView row, EvalContext context) {
        codeBySlot = withRoom(codeBySlot, slot);
        if (key.read(row, context)) {
            int code = (int) key.value();
            slotByCode = withRoom(slotByCode, code);
            slotByCode[code] = slot + 1;
            codeBySlot[slot] = code + 1;
        }
    }

    private static int[] withRoom(int[] present, int place) {
        return place < present.length ? present : Arrays.copyOf(present, Math.max(place + 1, present.length * 2));
    }

    @Override
    public void remove(int slot) {
        if (isIn(slot)) {
            slotByCode[codeBySlot[slot] - 1] = 0;
            codeBySlot[slot] = 0;
        }
    }

    @Override
    public boolean moves(int slot, RowView row, EvalContext context) {
        return key.read(row, context) ? !isIn(slot) || codeBySlot[slot] - 1 != key.value() : isIn(slot);
    }

    private boolean isIn(int slot) {
        return slot < codeBySlot.length && codeBySlot[slot] != 0;
    }

    @Override
    public void clear() {
        Arrays.fill(slotByCode, 0);
        Arrays.fill(codeBySlot, 0);
    }

    @Override
    public String toString() {
        return "index by code of " + key;
    }
}
