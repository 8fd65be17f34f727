package eventflux.core.run;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.SymbolTable;
import java.util.stream.IntStream;
import org.agrona.UnsafeApi;

/**
 * Makes rows that a sender wrote outside the application part of it, in place: untimed rows get their time, texts of
 * coded columns their codes. Used by the thread that owns the application.
 */
final class Admission {

    private static final int LEAST_TO_LOAD = 16;

    private final SymbolTable symbols;
    private final int[] slots;
    private final int[] nulls;
    private final long[] masks;
    private long loaded; // written by the thread that owns the application

    Admission(RowLayout layout, SymbolTable symbols) {
        int[] coded =
                IntStream.range(0, layout.columns()).filter(layout::isCoded).toArray();
        this.symbols = symbols;
        this.slots = IntStream.of(coded).map(layout::slotOffset).toArray();
        this.nulls = IntStream.of(coded).map(layout::nullOffset).toArray();
        this.masks = IntStream.of(coded).mapToLong(layout::nullMask).toArray();
    }

    /** Whether rows have columns that hold codes here; if not, those that have times are part of the application as they are. */
    boolean hasCodes() {
        return slots.length > 0;
    }

    void admit(RowRun run, AppAgent agent) {
        if (run.count() >= LEAST_TO_LOAD && symbols.isLarge()) {
            loadSymbols(run);
        }
        long end = run.end();
        int pitch = run.pitch();
        for (long row = run.begin(); row < end; row += RowLayout.length(row, pitch)) {
            int flags = UnsafeApi.getInt(row + RowLayout.FLAGS_OFFSET);
            if ((flags & RowLayout.UNTIMED_FLAG) != 0) {
                UnsafeApi.putLong(row + RowLayout.TIMESTAMP_OFFSET, agent.timeOfArrival());
                UnsafeApi.putInt(row + RowLayout.FLAGS_OFFSET, flags & ~RowLayout.UNTIMED_FLAG);
            }
            for (int i = 0; i < slots.length; i++) {
                encode(row, i);
            }
        }
    }

    // Of many rows at once, before one is looked for after the other: so the processor waits for several together.
    private void loadSymbols(RowRun run) {
        long sum = 0;
        for (int slotOffset : slots) {
            for (long row = run.begin(); row < run.end(); row += RowLayout.length(row, run.pitch())) {
                long slot = UnsafeApi.getLong(row + slotOffset);
                sum += symbols.load(row + RowLayout.textOffset(slot), RowLayout.textLength(slot));
            }
        }
        loaded = sum;
    }

    private void encode(long row, int i) {
        if ((UnsafeApi.getLong(row + nulls[i]) & masks[i]) == 0) {
            long slot = UnsafeApi.getLong(row + slots[i]);
            int code = symbols.code(row + RowLayout.textOffset(slot), RowLayout.textLength(slot));
            UnsafeApi.putLong(row + slots[i], code);
        }
    }
}
