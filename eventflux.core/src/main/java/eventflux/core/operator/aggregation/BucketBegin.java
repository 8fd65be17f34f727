package eventflux.core.operator.aggregation;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;

/**
 * Answers when the bucket that is selected begins, as if an aggregator had computed it.
 *
 * @param begin holds it
 */
public record BucketBegin(LongCell begin) implements Aggregator {

    @Override
    public void reset() {
        // A bucket never begins anew.
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public long getLong() {
        return begin.get();
    }
}
