package eventflux.core.state;

import eventflux.api.spi.state.LongCell;

/** A number in the record. */
final class CellLong extends Cell implements LongCell {

    private final long initial;

    CellLong(RecordStore store, String name, long initial) {
        super(store, name);
        this.initial = initial;
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
        set(initial);
    }
}
