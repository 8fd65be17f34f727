package eventflux.core.operator.output;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowView;

/** Holds all rows. */
public final class HoldAll implements Holding {

    private final RowQueue held;

    /** Keeps them in {@code state}. */
    public HoldAll(StateFactory state) {
        held = state.rowQueue("held");
    }

    @Override
    public void take(RowView row) {
        held.append(row);
    }

    @Override
    public void release(RowBatch out) {
        for (Row row = held.first(); row != null; row = held.next()) {
            RowView view = (RowView) row;
            out.append(view.address());
        }
        held.clear();
    }

    @Override
    public boolean isEmpty() {
        return held.isEmpty();
    }

    @Override
    public String toString() {
        return "all";
    }
}
