package eventflux.api.spi.window;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A condition that the author wrote over the rows of a window, compiled by the engine: over columns of one row, of the first row
 * and of the last, and over aggregates of all rows that are in. What is in, the window says by adding and removing; it is part of
 * the state of the present key.
 */
@ProviderType
public interface RowCondition {

    /** A row comes in: aggregates count it. */
    void add(Row row);

    /** The row that came in first of those that are in leaves. */
    void remove(Row row);

    /** All rows leave. */
    void clear();

    /**
     * Whether the condition is true; null is not true.
     *
     * @param row whose columns stand without a qualifier
     * @param first what {@code first} stands for
     * @param last what {@code last} stands for; any of the three may be the same row
     */
    boolean test(Row row, Row first, Row last);
}
