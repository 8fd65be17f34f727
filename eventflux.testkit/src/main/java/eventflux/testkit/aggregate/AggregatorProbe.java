package eventflux.testkit.aggregate;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.text.ObjectText;
import eventflux.api.text.TextPieces;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowCursor;
import eventflux.testkit.state.HeapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

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
     * @param takes the argument types, without constants
     * @param returns the result type
     * @param removal how values will leave
     */
    public AggregatorProbe(AggregatorFactory factory, List<DataType> takes, DataType returns, Removal removal) {
        this(factory, AggregatorCase.ofTypes(takes, returns), removal);
    }

    /** A new aggregator for a call with the signature and constants of a case. */
    AggregatorProbe(AggregatorFactory factory, AggregatorCase tested, Removal removal) {
        this.factory = factory;
        this.context = new Context(tested.takes(), tested.returns(), tested.constants(), removal);
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

    /** A row with this argument, or a list of several, comes; like the engine it tells of a null argument only an aggregator of rows. */
    public AggregatorProbe add(Object value) {
        if (aggregator instanceof Aggregator.OfRows ofRows) {
            ofRows.add();
        } else if (aggregator instanceof Aggregator.OfArguments ofArguments) {
            lend((List<?>) value, ofArguments::add);
        } else if (value == null) {
            if (aggregator instanceof Aggregator.OfNulls ofNulls) {
                ofNulls.addNull();
            }
        } else if (aggregator instanceof Aggregator.OfObject ofObject) {
            ofObject.add(value);
        } else if (value instanceof String text) {
            ((Aggregator.OfText) aggregator).add(text);
        } else if (isWhole(value)) {
            ((Aggregator.OfLong) aggregator).add(asLong(value));
        } else {
            ((Aggregator.OfDouble) aggregator).add(((Number) value).doubleValue());
        }
        return this;
    }

    /** A row with this argument goes. */
    public AggregatorProbe remove(Object value) {
        if (aggregator instanceof Aggregator.OfRows ofRows) {
            ofRows.remove();
        } else if (aggregator instanceof Aggregator.OfArguments ofArguments) {
            lend((List<?>) value, ofArguments::remove);
        } else if (value == null) {
            if (aggregator instanceof Aggregator.OfNulls ofNulls) {
                ofNulls.removeNull();
            }
        } else if (aggregator instanceof Aggregator.OfObject ofObject) {
            ofObject.remove(value);
        } else if (value instanceof String text) {
            ((Aggregator.OfText) aggregator).remove(text);
        } else if (isWhole(value)) {
            ((Aggregator.OfLong) aggregator).remove(asLong(value));
        } else {
            ((Aggregator.OfDouble) aggregator).remove(((Number) value).doubleValue());
        }
        return this;
    }

    // Like the engine it tells of no row with a null, and the row is there during the call only.
    private void lend(List<?> arguments, Consumer<Row> told) {
        if (arguments.stream().anyMatch(Objects::isNull)) {
            return;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            columns.add(new Column("argument" + i, context.argumentTypes().get(i)));
        }
        RowCursor cursor = new RowCursor().moveTo(HeapRow.of(new Schema(columns), 0, 0, arguments.toArray()));
        told.accept(cursor);
        cursor.end();
    }

    /** Whether it can be told of what another has seen. */
    boolean merges() {
        return aggregator instanceof Aggregator.Merging;
    }

    /** What another of the same call has seen comes. */
    @SuppressWarnings("unchecked") // both are made by one factory for one call
    AggregatorProbe merge(AggregatorProbe other) {
        ((Aggregator.Merging<Aggregator>) aggregator).merge(other.aggregator);
        return this;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Boolean;
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
            case STRING -> text();
            case OBJECT -> object();
        };
    }

    Aggregator aggregator() {
        return aggregator;
    }

    private record Context(
            List<DataType> argumentTypes, DataType returnType, List<Object> constants, Removal removal) {}

    private record Made(Context context, HeapState heap) implements AggregatorContext {

        @Override
        public List<DataType> argumentTypes() {
            return context.argumentTypes();
        }

        @Override
        public List<Object> constants() {
            return context.constants();
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

    private Object object() {
        Object object = aggregator.getObject();
        if (aggregator instanceof TextPieces pieces
                && !TextPieces.joined(pieces).equals(ObjectText.encode(object))) {
            throw new AssertionError("The pieces are " + TextPieces.joined(pieces) + " and the object is " + object);
        }
        return object;
    }

    private String text() {
        String text = aggregator.getText();
        if (aggregator instanceof TextPieces pieces
                && !TextPieces.joined(pieces).equals(text)) {
            throw new AssertionError("The pieces are " + TextPieces.joined(pieces) + " and the text is " + text);
        }
        return text;
    }
}
