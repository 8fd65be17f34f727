package eventflux.api.spi.table;

import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds rows for which a condition is true. Made by {@link Store#search}; used between its start and its stop, as the
 * store is.
 */
@ConsumerType
public interface StoreSearch {

    /**
     * Appends the rows that are found: in the order in which they came where the store knows it, otherwise in any.
     * Commits each, and leaves delivery to the caller. The time of the rows is the caller's, too.
     *
     * @param parameters what the condition refers to; valid during the call
     * @param found has the columns of the table
     */
    void find(Row parameters, RowAppender found) throws IOException;

    /** Whether there is a row. */
    boolean exists(Row parameters) throws IOException;
}
