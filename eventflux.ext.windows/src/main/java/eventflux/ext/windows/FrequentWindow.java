package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * So many keys have a counter. A row of one of them passes and counts; a row of another key passes when a counter is free. If none
 * is, all counters go down by one and those at zero become free, with their last row leaving; if still none is, the row is dropped.
 */
final class FrequentWindow implements Window {

    private final EntryMap counted;
    private final LongCell count;
    private final RowQueue last;
    private final int most;

    FrequentWindow(WindowContext context) {
        this.counted = context.state().entryMap("counted", Key.columnsOrAll(context));
        this.count = counted.entry().longCell("count", 0);
        this.last = counted.entry().rowQueue("last");
        this.most = context.arguments().getInt("count");
        if (most < 1) {
            throw new IllegalArgumentException("The count of the window has to be 1 or more, and is " + most + ".");
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (!counted.select(row)) {
            if (counted.size() == most) {
                discount(out);
            }
            if (counted.size() == most) {
                return;
            }
            counted.add(row);
        }
        count.set(count.get() + 1);
        if (!last.isEmpty()) {
            out.forgotten(last.first());
            last.clear();
        }
        last.append(row);
        out.current(row);
    }

    private void discount(WindowOutput out) {
        for (boolean found = counted.selectFirst(); found; found = counted.selectNext()) {
            count.set(count.get() - 1);
            if (count.get() == 0) {
                out.expired(last.first());
                counted.remove();
            }
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
