package eventflux.examples.vendor;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** Holds the latest sample. Both its fields that change are in the state, so a newer version of the bundle goes on counting. */
final class EveryWindow implements Window {

    private final int n;
    private final LongCell passed;
    private final RowQueue sample;

    EveryWindow(WindowContext context, int n) {
        this.n = n;
        this.passed = context.state().longCell("passed", 0);
        this.sample = context.state().rowQueue("sample");
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        long count = passed.get() + 1;
        if (count < n) {
            passed.set(count);
            return;
        }
        passed.set(0);
        if (!sample.isEmpty()) {
            out.expired(sample.first());
            sample.removeFirst();
        }
        sample.append(row);
        out.current(row);
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
