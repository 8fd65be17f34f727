package eventflux.core.state;

import eventflux.api.spi.state.LongCell;

/** A number in the record. */
final class CellLong implements LongCell, StateComponent {

    private final RecordStore store;
    private final String name;
    private final long initial;
    private final int offset;

    CellLong(RecordStore store, String name, long initial) {
        this.store = store;
        this.name = name;
        this.initial = initial;
        this.offset = store.addCell();
        store.add(this);
    }

    @Override
    public long get() {
        return store.getLong(offset);
    }

    @Override
    public void set(long value) {
        store.putLong(offset, value);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        set(initial);
    }

    @Override
    public void release() {
        // The number lies in the record itself.
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeLong(get());
    }

    @Override
    public void restore(SnapshotReader in) {
        set(in.readLong());
    }
}
