package eventflux.testkit.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.state.StateFactory;
import eventflux.testkit.state.HeapState;
import java.util.List;

/**
 * An aggregator at work for a test: values come and go, groups change, it is saved and restored, and its result is
 * read.
 */
public final class AggregatorProbe {

    private final AggregatorFactory factory;
    private final Context context;
    private HeapState state; // these two are written by the thread of the test
    private Aggregator aggregator;

    /**
     * A new aggregator, at work on a first group.
     *
     * @param factory of the aggregator
     * @param takes the argument types, one at most
     * @param returns the result type
     * @param removal how values will leave
     */
    public AggregatorProbe(AggregatorFactory factory, List<DataType> takes, DataType returns, Removal removal) {
        this.factory = factory;
        this.context = new Context(List.copyOf(takes), returns, removal);
        create();
        state.enter("");
    }

    private void create() {
        state = new HeapState();
        aggregator = factory.create(new Made(context, state));
        state.seal();
    }

    /** What comes and is read from now on belongs to this group. */
    public AggregatorProbe enter(Object group) {
        state.enter(group);
        return this;
    }

    /** A row with this argument comes; like the engine it tells of a null argument only an aggregator of rows. */
    public AggregatorProbe add(Object value) {
        if (aggregator instanceof Aggregator.OfRows ofRows) {
            ofRows.add();
        } else if (aggregator instanceof Aggregator.OfLong ofLong && value != null) {
            ofLong.add(asLong(value));
        } else if (aggregator instanceof Aggregator.OfDouble ofDouble && value != null) {
            ofDouble.add(((Number) value).doubleValue());
        }
        return this;
    }

    /** A row with this argument goes. */
    public AggregatorProbe remove(Object value) {
        if (aggregator instanceof Aggregator.OfRows ofRows) {
            ofRows.remove();
        } else if (aggregator instanceof Aggregator.OfLong ofLong && value != null) {
            ofLong.remove(asLong(value));
        } else if (aggregator instanceof Aggregator.OfDouble ofDouble && value != null) {
            ofDouble.remove(((Number) value).doubleValue());
        }
        return this;
    }

    private static long asLong(Object value) {
        return value instanceof Boolean bool ? (bool ? 1 : 0) : ((Number) value).longValue();
    }

    /** All rows of the group go. */
    public AggregatorProbe reset() {
        aggregator.reset();
        return this;
    }

    /** The aggregator is made anew from what was saved. */
    public AggregatorProbe restart(Object group) {
        HeapState.Snapshot saved = state.save();
        create();
        state.restore(saved);
        return enter(group);
    }

    /** The result, boxed. */
    public Object result() {
        if (aggregator.isNull()) {
            return null;
        }
        return switch (context.returnType()) {
            case INT -> Math.toIntExact(aggregator.getLong());
            case LONG -> aggregator.getLong();
            case FLOAT -> (float) aggregator.getDouble();
            case DOUBLE -> aggregator.getDouble();
            case BOOL -> aggregator.getLong() == 1;
            case STRING, OBJECT -> throw new IllegalStateException("no accessor for " + context.returnType());
        };
    }

    Aggregator aggregator() {
        return aggregator;
    }

    private record Context(List<DataType> argumentTypes, DataType returnType, Removal removal) {}

    private record Made(Context context, HeapState heap) implements AggregatorContext {

        @Override
        public List<DataType> argumentTypes() {
            return context.argumentTypes();
        }

        @Override
        public DataType returnType() {
            return context.returnType();
        }

        @Override
        public StateFactory state() {
            return heap;
        }

        @Override
        public boolean removes() {
            return context.removal() != Removal.NEVER;
        }

        @Override
        public boolean removesInOrder() {
            return context.removal() == Removal.IN_ORDER;
        }
    }
}
