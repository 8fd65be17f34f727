package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowOutput;

/** Keeps nothing: a row comes and goes at once. What a window of length 0 is. */
final class PassingWindow implements Window {

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        out.current(row);
        out.expired(row);
        out.reset();
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
