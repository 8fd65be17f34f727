package eventflux.core.state;

/** One long of the record. */
abstract class Cell implements StateComponent {

    private final RecordStore store;
    private final String name;
    private final int offset;

    Cell(RecordStore store, String name) {
        this.store = store;
        this.name = name;
        this.offset = store.addCell();
        store.add(this);
    }

    final long bits() {
        return store.getLong(offset);
    }

    final void bits(long value) {
        store.putLong(offset, value);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void release() {
        // The value lies in the record itself.
    }

    @Override
    public final void save(SnapshotWriter out) {
        out.writeLong(bits());
    }

    @Override
    public void restore(SnapshotReader in) {
        bits(in.readLong());
    }
}
