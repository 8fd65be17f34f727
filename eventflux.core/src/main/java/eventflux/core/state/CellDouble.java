package eventflux.core.state;

import eventflux.api.spi.state.DoubleCell;

/** A floating-point number in the record. */
final class CellDouble extends Cell implements DoubleCell {

    private final double initial;

    CellDouble(RecordStore store, String name, double initial) {
        super(store, name);
        this.initial = initial;
    }

    @Override
    public double get() {
        return Double.longBitsToDouble(bits());
    }

    @Override
    public void set(double value) {
        bits(Double.doubleToRawLongBits(value));
    }

    @Override
    public void initialize() {
        set(initial);
    }
}
