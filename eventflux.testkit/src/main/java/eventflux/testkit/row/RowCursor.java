package eventflux.testkit.row;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;

/**
 * Lends a row out for a while: afterwards, reading through it is an error, so a test finds out who kept a row that was
 * not his.
 */
public final class RowCursor implements Row {

    private HeapRow row; // moved by the thread of the test

    /** Stands on a row from now on. */
    public RowCursor moveTo(HeapRow target) {
        this.row = target;
        return this;
    }

    /** Reading is over until it is moved again. */
    public void end() {
        this.row = null;
    }

    /** The row itself of what an extension hands out, which may be a cursor. */
    public static HeapRow rowOf(Row row) {
        if (row instanceof RowCursor cursor) {
            return cursor.row();
        }
        if (row instanceof HeapRow heapRow) {
            return heapRow;
        }
        throw new IllegalArgumentException("a row that the test kit did not hand out, of class=" + row.getClass());
    }

    private HeapRow row() {
        if (row == null) {
            throw new IllegalStateException("a row is read after the call that lent it, or after its queue changed");
        }
        return row;
    }

    @Override
    public Schema schema() {
        return row().schema();
    }

    @Override
    public long timestamp() {
        return row().timestamp();
    }

    @Override
    public boolean isNull(int column) {
        return row().isNull(column);
    }

    @Override
    public int getInt(int column) {
        return row().getInt(column);
    }

    @Override
    public long getLong(int column) {
        return row().getLong(column);
    }

    @Override
    public float getFloat(int column) {
        return row().getFloat(column);
    }

    @Override
    public double getDouble(int column) {
        return row().getDouble(column);
    }

    @Override
    public boolean getBoolean(int column) {
        return row().getBoolean(column);
    }

    @Override
    public String getString(int column) {
        return row().getString(column);
    }

    @Override
    public Object get(int column) {
        return row().get(column);
    }

    @Override
    public String toString() {
        return row == null ? "nothing" : row.toString();
    }
}
