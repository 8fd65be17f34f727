package eventflux.testkit.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowHeap;
import eventflux.api.spi.state.RowOrder;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/** Rows in the order in which they came; the last one by another order is looked for when it is asked for. */
final class KeyedHeap extends Keyed<List<HeapRow>> implements RowHeap {

    private final HeapState state;
    private final Comparator<HeapRow> order;
    private final RowCursor cursor = new RowCursor();

    KeyedHeap(HeapState state, Present present, RowOrder order) {
        super(present);
        this.state = state;
        this.order = RowComparator.of(order);
    }

    @Override
    List<HeapRow> fresh() {
        return new ArrayList<>();
    }

    @Override
    List<HeapRow> copy(List<HeapRow> value) {
        return new ArrayList<>(value);
    }

    @Override
    void onEnter() {
        cursor.end();
    }

    @Override
    public void add(Row row) {
        here().add(RowCursor.rowOf(row).copy());
        state.reuseReleased();
        cursor.end();
    }

    @Override
    public int size() {
        return here().size();
    }

    @Override
    public Row last() {
        return here().isEmpty() ? null : cursor.moveTo(here().get(placeOfLast()));
    }

    @Override
    public void removeLast() {
        if (here().isEmpty()) {
            throw new NoSuchElementException("removeLast() of an empty heap");
        }
        state.release(here().remove(placeOfLast()));
    }

    // Of equal rows the one that came later.
    private int placeOfLast() {
        List<HeapRow> rows = here();
        int last = 0;
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i), rows.get(last)) >= 0) {
                last = i;
            }
        }
        return last;
    }

    @Override
    public void clear() {
        here().forEach(state::release);
        here().clear();
        cursor.end();
    }
}
