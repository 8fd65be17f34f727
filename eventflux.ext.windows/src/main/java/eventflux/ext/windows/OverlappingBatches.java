package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** A batch has the rows of the last stretch of time before its end, so a row may be in several batches, or in none. */
final class OverlappingBatches implements BatchRelease {

    private final RowQueue kept;
    private final RowQueue last;
    private final long size;
    private final boolean keepsLast;

    OverlappingBatches(WindowContext context, long size) {
        this.kept = context.state().rowQueue("kept");
        this.last = context.state().rowQueue("last");
        this.size = size;
        this.keepsLast = context.expiredWanted();
    }

    @Override
    public void add(Row row, WindowOutput out) {
        kept.append(row);
    }

    @Override
    public void endAt(long end) {
        while (!kept.isEmpty() && kept.first().timestamp() < end - size) {
            kept.removeFirst();
        }
    }

    @Override
    public void close(WindowOutput out) {
        if (isIdle()) {
            return;
        }
        BatchRelease.expireAll(last, out);
        last.clear();
        out.reset();
        for (Row row = kept.first(); row != null; row = kept.next()) {
            out.current(row);
            if (keepsLast) {
                last.append(row);
            }
        }
        out.endStep();
    }

    @Override
    public boolean isIdle() {
        return kept.isEmpty() && last.isEmpty();
    }

    @Override
    public boolean endsWhenFull() {
        return false;
    }
}
