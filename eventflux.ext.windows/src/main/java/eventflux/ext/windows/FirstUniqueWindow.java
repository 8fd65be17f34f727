package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** The first row of a key passes and stays; the others are as if they had not come. */
final class FirstUniqueWindow implements Window {

    private final EntryMap seen;

    FirstUniqueWindow(WindowContext context) {
        this.seen = context.state().entryMap("seen", Key.columns(context));
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (!seen.select(row)) {
            seen.add(row);
            out.current(row);
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
