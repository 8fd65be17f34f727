package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * A batch has the rows of the last stretch of time before its end, so a row may be in several batches, or in none.
 *
 * <pre>
 *   oldest | rows of the last batch ('told')           | rows since then | newest
 *          | 'leaving'   | rows of the batch that is about to be closed  |
 * </pre>
 */
final class OverlappingBatches implements BatchRelease {

    private final RowQueue kept;
    private final LongCell told;
    private final LongCell leaving;
    private final long size;
    private final boolean tellsExpired;

    OverlappingBatches(WindowContext context, long size) {
        this.kept = context.state().rowQueue("kept");
        this.told = context.state().longCell("told", 0);
        this.leaving = context.state().longCell("leaving", 0);
        this.size = size;
        this.tellsExpired = context.expiredWanted();
    }

    @Override
    public void add(Row row, WindowOutput out) {
        kept.append(row);
    }

    @Override
    public void endAt(long end) {
        long old = 0;
        for (Row row = kept.first(); row != null && row.timestamp() < end - size; row = kept.next()) {
            old++;
        }
        leaving.set(old);
    }

    @Override
    public void close(WindowOutput out) {
        if (told.get() > 0 || leaving.get() < kept.size()) {
            tell(out);
        }
        for (long i = leaving.get(); i > 0; i--) {
            kept.removeFirst();
        }
        leaving.set(0);
        told.set(kept.size());
    }

    private void tell(WindowOutput out) {
        if (tellsExpired) {
            Row row = kept.first();
            for (long i = told.get(); i > 0; i--) {
                out.expired(row);
                row = kept.next();
            }
        }
        out.reset();
        long old = leaving.get();
        for (Row row = kept.first(); row != null; row = kept.next()) {
            if (--old < 0) {
                out.current(row);
            }
        }
        out.endStep();
    }

    @Override
    public int size() {
        return kept.size();
    }

    @Override
    public boolean isIdle() {
        return kept.isEmpty();
    }

    @Override
    public boolean endsWhenFull() {
        return false;
    }
}
