package eventflux.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes rows into a batch, one after another, without boxing: {@link #begin}, setters in any order, {@link #commit}, and
 * {@link #flush} to deliver what was committed. Columns that are not set are null. Used by one thread at a time.
 *
 * <p>A setter accepts the column's own type and the types that widen to it; anything else is an
 * {@link IllegalArgumentException}, after which the row can only be {@linkplain #abort aborted}.
 */
@ProviderType
public interface RowAppender {

    /** The columns of the rows written here. */
    Schema schema();

    /** Starts a row with a time of its own, epoch milliseconds. */
    RowAppender begin(long timestamp);

    /** Starts a row that takes the application's time when it is delivered. */
    RowAppender begin();

    /** Sets an INT, LONG, FLOAT or DOUBLE column. */
    RowAppender setInt(int column, int value);

    /** Sets a LONG, FLOAT or DOUBLE column. */
    RowAppender setLong(int column, long value);

    /** Sets a FLOAT or DOUBLE column. */
    RowAppender setFloat(int column, float value);

    /** Sets a DOUBLE column. */
    RowAppender setDouble(int column, double value);

    /** Sets a BOOL column. */
    RowAppender setBoolean(int column, boolean value);

    /** Sets a STRING column; null is null. */
    RowAppender setString(int column, String value);

    /** Sets a STRING column from bytes that are well-formed UTF-8; the caller vouches for it. */
    RowAppender setUtf8(int column, byte[] bytes, int offset, int length);

    /** Sets a column to null. */
    RowAppender setNull(int column);

    /** Sets a column from a boxed value of its type or one that widens to it; null is null. */
    RowAppender set(int column, Object value);

    /** Ends the row begun last and makes it part of the batch. */
    void commit();

    /** Drops the row begun last; rows committed before stay. */
    void abort();

    /** How many rows were committed since the last flush. */
    int pending();

    /**
     * Delivers the committed rows as one batch and returns when the receiver has taken them (waits while it is not ready).
     * Nothing happens when there is none.
     */
    void flush();
}
