package eventflux.core.state;

import eventflux.api.spi.state.DoubleCell;

/** A floating-point number in the record. */
final class CellDouble implements DoubleCell, StateComponent {

    private final RecordStore store;
    private final String name;
    private final double initial;
    private final int offset;

    CellDouble(RecordStore store, String name, double initial) {
        this.store = store;
        this.name = name;
        this.initial = initial;
        this.offset = store.addCell();
        store.add(this);
    }

    @Override
    public double get() {
        return store.getDouble(offset);
    }

    @Override
    public void set(double value) {
        store.putDouble(offset, value);
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
        out.writeLong(store.getLong(offset));
    }

    @Override
    public void restore(SnapshotReader in) {
        store.putLong(offset, in.readLong());
    }
}
