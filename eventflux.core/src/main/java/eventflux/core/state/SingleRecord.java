package eventflux.core.state;

import java.util.BitSet;

/** The state of an operator that has one key: one record, always selected. */
public final class SingleRecord implements Stateful {

    private final String id;
    private final RecordStore store;

    /** Creates the record; all cells have been asked for before. */
    public SingleRecord(String id, RecordStore store) {
        this.id = id;
        this.store = store;
        store.create();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void save(SnapshotWriter out) {
        store.save(out);
    }

    @Override
    public void restore(SnapshotReader in) {
        store.restore(in);
    }

    @Override
    public void mark(BitSet symbols) {
        store.mark(symbols);
    }
}
