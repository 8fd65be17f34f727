package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** The last rows of each key stay; a row pushes out the oldest of its own key. */
final class LengthByKeyWindow implements Window {

    private final int length;
    private final EntryMap entries;
    private final RowQueue rows;

    LengthByKeyWindow(WindowContext context, int length) {
        this.length = length;
        this.entries = context.state().entryMap("kept", Key.columns(context));
        this.rows = entries.entry().rowQueue("rows");
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (!entries.select(row)) {
            entries.add(row);
        }
        if (rows.size() >= length) {
            out.expired(rows.first());
            rows.removeFirst();
        }
        rows.append(row);
        out.current(row);
    }

    @Override
    public boolean expiresInOrder() {
        return false;
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
