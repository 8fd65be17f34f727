package eventflux.api.spi.aggregate;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Computes one value from the rows of a group. Its fields are final: handles on {@linkplain eventflux.api.spi.state
 * state} of the present group. Called by the thread that owns the application. Of the families below it implements the
 * one for its argument, or several; the engine does not call it for null arguments, except {@link OfRows}, which sees every row,
 * and {@link OfNulls}.
 *
 * <p>The result is read after each change that matters, by the accessor of the result type; what the accessor throws (a sum
 * that does not fit) is an error of the row that was to be made of it. Adding and removing must not throw for values of the
 * signature, since the state would not fit the window any more.
 */
@ConsumerType
public interface Aggregator {

    /** Back to what a new group has. */
    void reset();

    /**
     * Whether the result stays when rows leave, as that of a maximum of all times. Then the group is never given back, and the
     * end of a batch does not {@linkplain #reset reset} it.
     */
    default boolean outlivesRows() {
        return false;
    }

    /** Whether the result is null now. */
    boolean isNull();

    /** The result as INT, LONG or (0, 1) BOOL. */
    default long getLong() {
        throw new UnsupportedOperationException("the result is not a whole number");
    }

    /** The result as FLOAT or DOUBLE. */
    default double getDouble() {
        throw new UnsupportedOperationException("the result is not a floating-point number");
    }

    /** The result as STRING. */
    default String getText() {
        throw new UnsupportedOperationException("the result is not a text");
    }

    /** The result as OBJECT: what {@link eventflux.api.text.ObjectText} knows. */
    default Object getObject() {
        throw new UnsupportedOperationException("the result is no object");
    }

    /** An aggregator without argument: it sees rows. */
    @ConsumerType
    interface OfRows extends Aggregator {

        /** A row joins the group. */
        void add();

        /** A row leaves the group. */
        void remove();
    }

    /** An aggregator of INT, LONG or (0, 1) BOOL values. */
    @ConsumerType
    interface OfLong extends Aggregator {

        /** A value joins the group. */
        void add(long value);

        /** A value leaves the group. */
        void remove(long value);
    }

    /** An aggregator of FLOAT or DOUBLE values. */
    @ConsumerType
    interface OfDouble extends Aggregator {

        /** A value joins the group. */
        void add(double value);

        /** A value leaves the group. */
        void remove(double value);
    }

    /** An aggregator of STRING values. */
    @ConsumerType
    interface OfText extends Aggregator {

        /** A value joins the group. */
        void add(String value);

        /** A value leaves the group. */
        void remove(String value);
    }

    /** An aggregator of OBJECT values. */
    @ConsumerType
    interface OfObject extends Aggregator {

        /** A value joins the group. */
        void add(Object value);

        /** A value leaves the group. */
        void remove(Object value);
    }

    /** An aggregator of several arguments; it is told of rows in which none of them is null. */
    @ConsumerType
    interface OfArguments extends Aggregator {

        /**
         * A row joins the group.
         *
         * @param arguments those that are not constants, as columns in their order and in the types of the signature
         */
        void add(Row arguments);

        /** A row leaves the group. */
        void remove(Row arguments);
    }

    /**
     * What an aggregator of values implements besides, if nulls count for it. A call that asks for values alone, as calls in the
     * SQL dialect do, tells it of none.
     */
    @ConsumerType
    interface OfNulls extends Aggregator {

        /** A null joins the group. */
        void addNull();

        /** A null leaves the group. */
        void removeNull();
    }

    /**
     * What an aggregator implements besides, if what it has seen can be put together with what another of its call has seen, as
     * though one had seen all rows, in whatever order: for aggregations that several nodes write.
     *
     * @param <A> itself
     */
    @ConsumerType
    interface Merging<A extends Aggregator> extends Aggregator {

        /** What the other has seen joins the group; the other, made for the same call, has state of its own and stays as it is. */
        void merge(A other);
    }
}
