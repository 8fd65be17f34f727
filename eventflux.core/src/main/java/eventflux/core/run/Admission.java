package eventflux.core.run;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.SymbolTable;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Makes rows that a sender wrote outside the application part of it, in place: untimed rows get their time, texts of
 * coded columns their codes. Used by the thread that owns the application.
 */
final class Admission {

    private final SymbolTable symbols;
    private final int[] slots;
    private final int[] nulls;
    private final long[] masks;

    Admission(RowLayout layout, SymbolTable symbols) {
        int[] coded =
                IntStream.range(0, layout.columns()).filter(layout::isCoded).toArray();
        this.symbols = symbols;
        this.slots = IntStream.of(coded).map(layout::slotOffset).toArray();
        this.nulls = IntStream.of(coded).map(layout::nullOffset).toArray();
        this.masks = IntStream.of(coded).mapToLong(layout::nullMask).toArray();
    }

    void admit(RowRun run, AppAgent agent) {
        UnsafeBuffer buffer = run.buffer();
        int end = run.end();
        for (int at = run.offset(); at < end; at += buffer.getInt(at + RowLayout.LENGTH_OFFSET)) {
            int flags = buffer.getInt(at + RowLayout.FLAGS_OFFSET);
            if ((flags & RowLayout.UNTIMED_FLAG) != 0) {
                buffer.putLong(at + RowLayout.TIMESTAMP_OFFSET, agent.timeOfArrival());
                buffer.putInt(at + RowLayout.FLAGS_OFFSET, flags & ~RowLayout.UNTIMED_FLAG);
            }
            for (int i = 0; i < slots.length; i++) {
                encode(buffer, at, i);
            }
        }
    }

    private void encode(UnsafeBuffer buffer, int row, int i) {
        if ((buffer.getLong(row + nulls[i]) & masks[i]) == 0) {
            long slot = buffer.getLong(row + slots[i]);
            int code = symbols.code(buffer, row + RowLayout.textOffset(slot), RowLayout.textLength(slot));
            buffer.putLong(row + slots[i], code);
        }
    }
}
