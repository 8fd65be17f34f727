package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/** A batch ends when it is full. */
final class LengthBatchWindow implements Window {

    private final int length;
    private final BatchRelease release;

    LengthBatchWindow(int length, BatchRelease release) {
        this.length = length;
        this.release = release;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (release.size() == length) {
            release.close(out);
        }
        release.add(row, out);
        if (release.size() == length && release.endsWhenFull()) {
            release.close(out);
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }

    @Override
    public WindowMode mode() {
        return release.mode();
    }
}
