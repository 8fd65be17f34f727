package eventflux.api.spi.stream;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the values of the columns that a stream function adds to the row at hand, counted from zero in the signature that was
 * taken. What is not set is null. A value of another type than the column's is an {@link IllegalArgumentException}.
 */
@ProviderType
public interface AddedColumns {

    /** Sets an INT column. */
    AddedColumns setInt(int column, int value);

    /** Sets a LONG column. */
    AddedColumns setLong(int column, long value);

    /** Sets a FLOAT column. */
    AddedColumns setFloat(int column, float value);

    /** Sets a DOUBLE column. */
    AddedColumns setDouble(int column, double value);

    /** Sets a BOOL column. */
    AddedColumns setBoolean(int column, boolean value);

    /** Sets a STRING column; null is null. */
    AddedColumns setString(int column, String value);
}
