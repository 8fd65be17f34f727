package eventflux.core.operator.loop;

import eventflux.core.state.RecordStore;
import java.util.Arrays;

/**
 * In which parts of a partition rows wait, in their order: a loop over inner streams stays in its part. Used by the thread that owns
 * the application.
 */
public final class PartMemory {

    private static final int INITIAL_ROWS = 16;

    private final RecordStore records; // null outside of partitions

    // All written by the thread that owns the application.
    private int[] slots = new int[INITIAL_ROWS];
    private int next;
    private int end;

    private PartMemory(RecordStore records) {
        this.records = records;
    }

    /** Outside of partitions there is nothing to remember. */
    public static PartMemory none() {
        return new PartMemory(null);
    }

    /** The memory of rows that wait in the parts that these records are of. */
    public static PartMemory of(RecordStore records) {
        return new PartMemory(records);
    }

    /** A row waits in the part that is selected now. */
    void note() {
        if (records == null) {
            return;
        }
        if (next == end) {
            clear();
        }
        if (end == slots.length) {
            slots = Arrays.copyOf(slots, end * 2);
        }
        slots[end++] = records.selected();
    }

    /** Selects the part of the row that has waited longest, and answers which was selected. */
    int enterNext() {
        if (records == null) {
            return RecordStore.NONE;
        }
        int before = records.selected();
        records.select(slots[next++]);
        return before;
    }

    /** Selects a part again. */
    void leave(int before) {
        if (records != null) {
            records.select(before);
        }
    }

    /** Forgets all. */
    void clear() {
        next = 0;
        end = 0;
    }
}
