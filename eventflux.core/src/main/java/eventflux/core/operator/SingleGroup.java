package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.BitSet;

/** One group for all rows: one record, always selected. */
public final class SingleGroup implements Groups {

    private final String id;
    private final RecordStore store;
    private final GroupLife life;

    /** Creates the record; all cells have been asked for before. */
    public SingleGroup(String id, RecordStore store, GroupLife life) {
        this.id = id;
        this.store = store;
        this.life = life;
        store.create();
    }

    @Override
    public int select(RowView row, EvalContext context) {
        return 0;
    }

    @Override
    public void select(int slot) {
        // There is only one.
    }

    @Override
    public void join() {
        // The group stays however many rows there are.
    }

    @Override
    public void leave() {
        // The group stays however many rows there are.
    }

    @Override
    public void clear() {
        life.renew();
    }

    @Override
    public void forget() {
        life.renew();
    }

    @Override
    public void purge() {
        // The group stays however many rows there are.
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
