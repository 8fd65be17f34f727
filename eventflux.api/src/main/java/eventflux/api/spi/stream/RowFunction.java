package eventflux.api.spi.stream;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/** Adds columns to each row, or just looks at it: every row goes on. */
@ConsumerType
public non-sealed interface RowFunction extends StreamFunction {

    /**
     * A row comes. Where a signature adds no columns the row goes on as it is.
     *
     * @param row valid during the call
     * @param arguments what the arguments of the call are for this row, in their order, without constants; valid during the call
     * @param added takes the values of the added columns; what is not set is null
     */
    void onRow(Row row, Row arguments, AddedColumns added);

    /**
     * Behind a window, a row leaves. What is added should be what was added when it came, because aggregates take it back.
     *
     * @param row as it came, with the time when it left; valid during the call
     */
    default void onExpired(Row row, Row arguments, AddedColumns added) {
        onRow(row, arguments, added);
    }
}
