package eventflux.core.state;

/**
 * Some numbers of the record of the present key, one after another, for a container that lives in another package. They are no
 * component: the container saves what they stand for. Used by the thread that owns the application.
 */
public final class RecordCells {

    private final RecordStore store;
    private final int first;

    RecordCells(RecordStore store, int count) {
        this.store = store;
        this.first = store.addCell();
        for (int i = 1; i < count; i++) {
            store.addCell();
        }
    }

    /** A number. */
    public long get(int cell) {
        return store.getLong(first + cell * Long.BYTES);
    }

    /** Changes a number. */
    public void set(int cell, long value) {
        store.putLong(first + cell * Long.BYTES, value);
    }
}
