package eventflux.core;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.state.LongCell;

/** A sum, and a function that can fail, for tests of the engine. */
final class TestAggregators {

    private TestAggregators() {}

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "total",
            description = "The sum.",
            signatures = @Signature(takes = DataType.LONG, returns = DataType.LONG))
    static final class Total implements AggregatorFactory {

        @Override
        public Aggregator create(AggregatorContext context) {
            return new Sum(context.state().longCell("sum", 0));
        }
    }

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "picky",
            description = "Refuses.",
            signatures = @Signature(takes = DataType.LONG, returns = DataType.LONG))
    static final class Picky implements AggregatorFactory {

        @Override
        public Aggregator create(AggregatorContext context) {
            throw new IllegalArgumentException("Not this.");
        }
    }

    private record Sum(LongCell sum) implements Aggregator.OfLong {

        @Override
        public void reset() {
            sum.set(0);
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public long getLong() {
            return sum.get();
        }

        @Override
        public void add(long value) {
            sum.set(sum.get() + value);
        }

        @Override
        public void remove(long value) {
            sum.set(sum.get() - value);
        }
    }

    /** Scalar functions. */
    public static final class Functions implements FunctionLibrary {

        @Function(name = "no13", description = "The number; fails on 13.")
        public static long no13(long number) {
            if (number == 13) {
                throw new IllegalArgumentException("thirteen");
            }
            return number;
        }
    }
}
