package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.ChangingCondition;

/** The condition {@code count() <= most} by hand, where each row brings its {@code most}. */
final class AtMostAsRowsSay implements ChangingCondition {

    private static final int VALUE = 1;

    private final LongCell most;
    private final LongCell count;

    AtMostAsRowsSay(StateFactory state) {
        this.most = state.longCell("@most", -1);
        this.count = state.longCell("@count", 0);
    }

    /** What a row brings: the same for most of them, by their second column. */
    static int most(Row row) {
        int value = row.isNull(VALUE) ? 0 : row.getInt(VALUE);
        return value < -3 ? 0 : value > 3 ? 2 : 4;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean follow(Row row) {
        int next = most(row);
        if (next == most.get()) {
            return false;
        }
        most.set(next);
        count.set(0);
        return true;
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
        return count.get() <= most.get();
    }
}
