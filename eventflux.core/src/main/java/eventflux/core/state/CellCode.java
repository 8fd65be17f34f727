package eventflux.core.state;

import eventflux.api.spi.state.LongCell;
import java.util.BitSet;

/** A code of the symbol table in the record, or -1. */
final class CellCode implements LongCell, StateComponent {

    private static final long NO_CODE = -1;

    private final RecordStore store;
    private final String name;
    private final int offset;

    CellCode(RecordStore store, String name) {
        this.store = store;
        this.name = name;
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
        set(NO_CODE);
    }

    @Override
    public void release() {
        // The code lies in the record itself.
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeLong(get());
    }

    @Override
    public void restore(SnapshotReader in) {
        set(in.readCode());
    }

    @Override
    public void mark(BitSet symbols) {
        if (get() >= 0) {
            symbols.set((int) get());
        }
    }
}
