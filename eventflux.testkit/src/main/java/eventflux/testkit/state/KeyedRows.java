package eventflux.testkit.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** A queue of rows with one cursor that ends where the contract says so. */
final class KeyedRows extends Keyed<List<HeapRow>> implements RowQueue {

    private static final int NOWHERE = Integer.MIN_VALUE;

    private final HeapState state;
    private final RowCursor cursor = new RowCursor();
    private final RowCursor taken = new RowCursor();
    private int position = NOWHERE; // of the row answered last; written by the thread of the test

    KeyedRows(HeapState state, Present present) {
        super(present);
        this.state = state;
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
        leave();
    }

    private void leave() {
        position = NOWHERE;
        cursor.end();
        taken.end();
    }

    @Override
    public void append(Row row) {
        append(RowCursor.rowOf(row).copy());
    }

    @Override
    public void append(Row row, int column, long value) {
        append(RowCursor.rowOf(row).with(column, value));
    }

    private void append(HeapRow row) {
        here().add(row);
        state.reuseReleased();
        cursor.end();
        taken.end();
    }

    @Override
    public int size() {
        return here().size();
    }

    @Override
    public Row first() {
        return moveTo(0);
    }

    @Override
    public Row next() {
        if (position == NOWHERE) {
            throw new IllegalStateException("next() goes on from first(), which was not called");
        }
        return moveTo(position + 1);
    }

    private Row moveTo(int target) {
        List<HeapRow> rows = here();
        if (target >= rows.size()) {
            leave();
            return null;
        }
        position = target;
        return cursor.moveTo(rows.get(target));
    }

    @Override
    public void removeFirst() {
        if (here().isEmpty()) {
            throw new NoSuchElementException("removeFirst() of an empty queue");
        }
        state.release(here().remove(0));
        if (position != NOWHERE) {
            position--;
        }
    }

    @Override
    public Row takeFirst() {
        HeapRow first = here().isEmpty() ? null : here().get(0);
        removeFirst();
        return taken.moveTo(first);
    }

    @Override
    public void clear() {
        here().forEach(state::release);
        here().clear();
        leave();
    }

    @Override
    public void takeAll(RowQueue other) {
        KeyedRows source = (KeyedRows) other;
        List<HeapRow> taken = source.here();
        source.put(new ArrayList<>());
        source.leave();
        here().forEach(state::release);
        put(taken);
        leave();
    }

    @Override
    public void appendAll(RowQueue other) {
        KeyedRows source = (KeyedRows) other;
        here().addAll(source.here());
        source.put(new ArrayList<>());
        source.leave();
    }

    /** What is kept for a key is about to be dropped. */
    void releaseAll(Object key) {
        values().getOrDefault(key, List.of()).forEach(state::release);
    }
}
