package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/** What comes together is a batch, or several where there are too many rows for one. */
final class BatchWindow implements Window {

    private final int most;
    private final BatchRelease batches;

    /**
     * A window.
     *
     * @param most rows of a batch; 0 for any number
     */
    BatchWindow(int most, BatchRelease batches) {
        this.most = most;
        this.batches = batches;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        batches.add(row, out);
        if (batches.size() == most) {
            batches.close(out);
        }
    }

    @Override
    public boolean goesByRuns() {
        return true;
    }

    @Override
    public void onRunEnd(long now, WindowOutput out) {
        if (batches.size() > 0) {
            batches.close(out);
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }

    @Override
    public WindowMode mode() {
        return batches.mode();
    }
}
