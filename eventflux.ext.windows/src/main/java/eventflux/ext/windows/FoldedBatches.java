package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/** Rows are told of as they come, for who takes them into results at once; when their batch ends, so does the step. No row is kept. */
final class FoldedBatches implements BatchRelease {

    private final LongCell rows;

    FoldedBatches(WindowContext context) {
        this.rows = context.state().longCell("rows", 0);
    }

    @Override
    public void add(Row row, WindowOutput out) {
        out.current(row);
        rows.set(rows.get() + 1);
    }

    @Override
    public void close(WindowOutput out) {
        if (isIdle()) {
            return;
        }
        rows.set(0);
        out.endStep();
        out.reset();
    }

    @Override
    public int size() {
        return (int) rows.get();
    }

    @Override
    public boolean isIdle() {
        return rows.get() == 0;
    }

    @Override
    public boolean endsWhenFull() {
        return true;
    }

    @Override
    public WindowMode mode() {
        return WindowMode.FOLDING;
    }
}
