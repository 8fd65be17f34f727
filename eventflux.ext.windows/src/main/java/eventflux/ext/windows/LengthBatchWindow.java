package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/** A batch ends when it is full. */
final class LengthBatchWindow implements Window {

    private final int length;
    private final LongCell count;
    private final BatchRelease release;

    LengthBatchWindow(WindowContext context, int length) {
        this.length = length;
        this.count = context.state().longCell("count", 0);
        this.release = BatchRelease.of(context);
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (count.get() == length) {
            close(out);
        }
        release.add(row, out);
        count.set(count.get() + 1);
        if (count.get() == length && release.endsWhenFull()) {
            close(out);
        }
    }

    private void close(WindowOutput out) {
        release.close(out);
        count.set(0);
    }

    @Override
    public boolean readsTime() {
        return false;
    }

    @Override
    public WindowMode mode() {
        return WindowMode.BATCH;
    }
}
