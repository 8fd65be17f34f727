package eventflux.core.operator.store;

import eventflux.api.event.Row;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import eventflux.core.row.RowBatch;
import java.io.IOException;
import java.util.List;

/**
 * The store of a table as the operators of an application reach it. What a search or change throws has been tried as
 * often as the policy of the store asks for: an {@link eventflux.api.error.EventFluxException}, and the row at hand
 * fails. Used by the thread that owns the application.
 */
public interface StoreLink {

    /** The table. */
    String table();

    /** Has searches and changes made, as the store itself does. */
    Store store();

    /**
     * A search for those who do not change what they find: its rows may be kept from an earlier one.
     *
     * @param condition as for {@link Store#search}
     * @param columns which columns of the rows are asked for
     */
    StoreSearch lookUp(StoreExpression condition, List<Integer> columns);

    /** Appends the rows that a search finds. */
    void find(StoreSearch search, Row parameters, RowBatch found);

    /** Whether a search finds a row. */
    boolean exists(StoreSearch search, Row parameters);

    /** Carries a change out. */
    void apply(StoreChange change, ParameterRows rows, RefusedRows refused);

    /** Connects. */
    void start() throws IOException;

    /** Disconnects. */
    void stop();

    /** Whatever waits for the store waits no longer and fails; by any thread. */
    void giveUp();
}
