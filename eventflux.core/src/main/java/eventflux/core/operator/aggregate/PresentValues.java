package eventflux.core.operator.aggregate;

import eventflux.api.spi.aggregate.Aggregator;

/** Tells an aggregator of rows only of those whose argument is not null: {@code COUNT(x)} of the SQL dialect. */
public final class PresentValues extends Forwarding
        implements Aggregator.OfLong, Aggregator.OfDouble, Aggregator.OfText, Aggregator.OfObject {

    private final Aggregator.OfRows rows;

    /** Before an aggregator of rows. */
    public PresentValues(Aggregator.OfRows rows) {
        super(rows);
        this.rows = rows;
    }

    @Override
    public void add(long value) {
        rows.add();
    }

    @Override
    public void remove(long value) {
        rows.remove();
    }

    @Override
    public void add(double value) {
        rows.add();
    }

    @Override
    public void remove(double value) {
        rows.remove();
    }

    @Override
    public void add(String value) {
        rows.add();
    }

    @Override
    public void remove(String value) {
        rows.remove();
    }

    @Override
    public void add(Object value) {
        rows.add();
    }

    @Override
    public void remove(Object value) {
        rows.remove();
    }
}
