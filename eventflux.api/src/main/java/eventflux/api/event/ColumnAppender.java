package eventflux.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends rows that lie in columns, one array a column, as files of columns and drivers of databases have them: {@link #begin(int,
 * long)}, a setter for each column in any order, and {@link #send}. A batch costs less this way than row by row. Columns that are not
 * set are null. Used by one thread at a time.
 *
 * <p>Row {@code i} has the value at {@code from + i} of each array. Arrays are read when the batch is sent, not copied before: they are the
 * caller's again when {@link #send} has returned.
 *
 * <p>A setter accepts the column's own type and the types that widen to it; anything else, an array that is too short and a place that
 * a dictionary has not is an {@link IllegalArgumentException}, and leaves the column as it was. Without a batch begun, setters and {@code
 * send} are an {@link IllegalStateException}.
 */
@ProviderType
public interface ColumnAppender {

    /** The columns of the rows. */
    Schema schema();

    /** Begins a batch whose rows have one time, epoch milliseconds; a batch begun before and not sent is forgotten. */
    ColumnAppender begin(int rows, long timestamp);

    /** Begins a batch whose rows have times of their own, epoch milliseconds. */
    ColumnAppender begin(int rows, long[] timestamps, int from);

    /** Begins a batch whose rows take the application's time when they are delivered. */
    ColumnAppender begin(int rows);

    /** Sets an INT, LONG, FLOAT or DOUBLE column. */
    ColumnAppender setInts(int column, int[] values, int from);

    /** Sets a LONG, FLOAT or DOUBLE column. */
    ColumnAppender setLongs(int column, long[] values, int from);

    /** Sets a FLOAT or DOUBLE column. */
    ColumnAppender setFloats(int column, float[] values, int from);

    /** Sets a DOUBLE column. */
    ColumnAppender setDoubles(int column, double[] values, int from);

    /** Sets a BOOL column. */
    ColumnAppender setBooleans(int column, boolean[] values, int from);

    /** Sets a STRING column; null is null. */
    ColumnAppender setStrings(int column, String[] values, int from);

    /** Sets a STRING column from places in a dictionary; a negative place is null. */
    ColumnAppender setStrings(int column, Dictionary texts, int[] places, int from);

    /** Sets an OBJECT column; null is null. */
    ColumnAppender setObjects(int column, Object[] values, int from);

    /** Makes those rows of a column null for which it is true; after the column's values, which are neither texts nor objects. */
    ColumnAppender setNulls(int column, boolean[] isNull, int from);

    /**
     * Delivers the batch in order and returns when the receiver has taken it (waits while it is not ready); nothing happens when it has
     * no rows. In any case the batch is over.
     */
    void send();
}
