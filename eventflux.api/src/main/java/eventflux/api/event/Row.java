package eventflux.api.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A cursor on one event in memory. It is valid only during the call that hands it over: who wants to keep the values copies
 * them (a window into its row queue, a callback into an {@link Event}).
 *
 * <p>Columns are counted from zero. A typed accessor must be of the column's own type; nothing is converted. On a null the
 * primitive accessors answer zero or false: ask {@link #isNull(int)} first. Used by one thread at a time.
 */
@ProviderType
public interface Row {

    /** The columns. */
    Schema schema();

    /** The time of the event, epoch milliseconds; for an expired row, the time when it left. */
    long timestamp();

    /** Whether the column holds null. */
    boolean isNull(int column);

    /** The value of an INT column. */
    int getInt(int column);

    /** The value of a LONG column. */
    long getLong(int column);

    /** The value of a FLOAT column. */
    float getFloat(int column);

    /** The value of a DOUBLE column. */
    double getDouble(int column);

    /** The value of a BOOL column. */
    boolean getBoolean(int column);

    /** The text of a STRING column, null on null. May allocate: key columns answer a shared string, others decode. */
    String getString(int column);

    /** The value boxed, null on null; for edges where speed does not matter. */
    Object get(int column);
}
