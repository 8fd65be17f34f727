package eventflux.api.spi;

import eventflux.api.spi.state.RowOrder;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The constant arguments of a call by the name of the parameter, checked against the descriptor beforehand: a parameter
 * that is neither optional nor given has been reported as a problem and never arrives here.
 */
@ProviderType
public interface Arguments {

    /** Whether the author gave it. */
    boolean has(String parameter);

    /** An INT parameter, or its default. */
    int getInt(String parameter);

    /** A LONG parameter, or its default. */
    long getLong(String parameter);

    /** A DOUBLE parameter, or its default. */
    double getDouble(String parameter);

    /** A BOOL parameter, or its default. */
    boolean getBoolean(String parameter);

    /** A STRING parameter, or its default. */
    String getString(String parameter);

    /** A TIME parameter in milliseconds, or its default. */
    long getMillis(String parameter);

    /** A COLUMN parameter as the column's place in the schema, -1 when it is not given as a column. */
    int getColumn(String parameter);

    /** A repeated COLUMN parameter as places in the schema; empty when none is given. */
    List<Integer> getColumns(String parameter);

    /**
     * A repeated parameter of columns, each of which {@code 'asc'} or {@code 'desc'} may follow, as an order; rising without.
     *
     * @throws IllegalArgumentException with a sentence for the author when something else stands there
     */
    RowOrder getOrder(String parameter);
}
