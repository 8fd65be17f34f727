package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** Rows are current as they come; when their batch ends all of them are expired and forgotten. */
final class StreamedBatches implements BatchRelease {

    private final RowQueue told;
    private final LongCell tellings;
    private final boolean keepsRows;

    StreamedBatches(WindowContext context) {
        this.told = context.state().rowQueue("told");
        this.tellings = context.state().longCell("tellings", 0);
        this.keepsRows = context.expiredWanted();
    }

    @Override
    public void add(Row row, WindowOutput out) {
        out.current(row);
        tellings.set(tellings.get() + 1);
        if (keepsRows) {
            told.append(row);
        }
    }

    @Override
    public void close(WindowOutput out) {
        if (isIdle()) {
            return;
        }
        BatchRelease.expireAll(told, out);
        out.reset();
        out.endStep();
        told.clear();
        tellings.set(0);
    }

    @Override
    public int size() {
        return (int) tellings.get();
    }

    @Override
    public boolean isIdle() {
        return tellings.get() == 0;
    }

    @Override
    public boolean endsWhenFull() {
        return false;
    }
}
