package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowHeap;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** A row comes; when there is one too many then, the one that the order puts last leaves, perhaps the one that just came. */
final class SortWindow implements Window {

    private final RowHeap kept;
    private final int length;

    SortWindow(WindowContext context, int length) {
        this.kept = context.state().rowHeap("kept", context.arguments().getOrder("order"));
        this.length = length;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        kept.add(row);
        out.current(row);
        if (kept.size() > length) {
            out.expired(kept.last());
            kept.removeLast();
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }

    @Override
    public boolean expiresInOrder() {
        return false;
    }
}
