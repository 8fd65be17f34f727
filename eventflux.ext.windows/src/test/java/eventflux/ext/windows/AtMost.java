package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.RowCondition;

/** The condition {@code count() <= most and eventTimestamp(last) - eventTimestamp(first) <= millis}, by hand. */
final class AtMost implements RowCondition {

    private final LongCell count;
    private final int most;
    private final long millis;

    AtMost(StateFactory state, int most, long millis) {
        this.count = state.longCell("@count", 0);
        this.most = most;
        this.millis = millis;
    }

    @Override
    public void add(Row row) {
        count.set(count.get() + 1);
    }

    @Override
    public void remove(Row row) {
        count.set(count.get() - 1);
    }

    @Override
    public void clear() {
        count.set(0);
    }

    @Override
    public boolean test(Row row, Row first, Row last) {
        return count.get() <= most && last.timestamp() - first.timestamp() <= millis;
    }
}
