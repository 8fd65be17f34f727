package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.TextCodes;

/** How many different values there are. Zero and minus zero are one value, and null is one where it is told of. */
final class DistinctCount
        implements Aggregator.OfLong,
                Aggregator.OfDouble,
                Aggregator.OfText,
                Aggregator.OfNulls,
                Aggregator.Merging<DistinctCount> {

    private final TextCodes texts;
    private final LongBag values;
    private final LongCell nulls;
    private final boolean isText;

    DistinctCount(AggregatorContext context) {
        texts = context.state().texts();
        isText = context.argumentTypes().get(0) == DataType.STRING;
        values = isText ? texts.bag("values") : context.state().longBag("values");
        nulls = context.state().longCell("nulls", 0);
    }

    @Override
    public void add(long value) {
        values.add(value);
    }

    @Override
    public void remove(long value) {
        values.remove(value);
    }

    @Override
    public void add(double value) {
        values.add(OrderedBits.of(value + 0.0));
    }

    @Override
    public void remove(double value) {
        values.remove(OrderedBits.of(value + 0.0));
    }

    @Override
    public void add(String value) {
        values.add(texts.code(value));
    }

    @Override
    public void remove(String value) {
        values.remove(texts.code(value));
    }

    @Override
    public void addNull() {
        nulls.set(nulls.get() + 1);
    }

    @Override
    public void removeNull() {
        nulls.set(nulls.get() - 1);
    }

    @Override
    public void merge(DistinctCount other) {
        nulls.set(nulls.get() + other.nulls.get());
        for (long place = 0; place < other.values.size(); place++) {
            long value = other.values.at(place);
            values.add(isText ? texts.code(other.texts.text(value)) : value);
        }
    }

    @Override
    public void reset() {
        values.clear();
        nulls.set(0);
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public long getLong() {
        return values.distinct() + (nulls.get() > 0 ? 1 : 0);
    }
}
