package eventflux.core.state;

import eventflux.api.spi.state.LongCell;
import java.util.BitSet;

/** A code of the symbol table in the record, or -1. */
final class CellCode extends Cell implements LongCell {

    private static final long NO_CODE = -1;

    CellCode(RecordStore store, String name) {
        super(store, name);
    }

    @Override
    public long get() {
        return bits();
    }

    @Override
    public void set(long value) {
        bits(value);
    }

    @Override
    public void initialize() {
        set(NO_CODE);
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
