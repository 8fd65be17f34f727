package eventflux.api.spi.table;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps the rows of one table outside the engine. The engine asks what the store can do by itself ({@link #accepts}),
 * has searches and changes made for it, which reach nothing yet, starts the store, and from then on carries these out
 * with one row of parameters after another. What a store does not accept the engine does itself, over the rows that the
 * store finds.
 *
 * <p>All calls come from the thread that owns the application, one at a time. What a call throws: an {@link
 * IOException} says that the outside could not be reached, so that the same may be tried again, and the next call
 * connects anew where need be; anything else, a {@link StoreRefusedException} among them, that trying again is of no
 * use. Whoever waits for the outside does so for a bounded time: the application stands still meanwhile.
 */
@ConsumerType
public interface Store {

    /**
     * Whether the store can work with an expression exactly as {@link StoreExpression} says. Asked for each part of a
     * conjunction and for each value that an update sets, before the start and after it; answers always the same and
     * reaches nothing.
     */
    boolean accepts(StoreExpression expression);

    /**
     * A search.
     *
     * @param condition accepted, or a conjunction of accepted parts
     * @param columns which columns of the rows are asked for; others may be left null
     */
    StoreSearch search(StoreExpression condition, List<Integer> columns);

    /** A change that puts rows in. Its parameters are the columns of the table, in order. */
    StoreChange insert();

    /**
     * A change that takes rows out.
     *
     * @param condition accepted, or a conjunction of accepted parts
     */
    StoreChange delete(StoreExpression condition);

    /**
     * A change of the rows for which a condition is true.
     *
     * @param condition accepted, or a conjunction of accepted parts
     * @param assignments accepted, too; all values are of the row as it was before
     */
    StoreChange update(StoreExpression condition, List<StoreAssignment> assignments);

    /**
     * A change of the rows for which a condition is true, or, where there are none, a new row.
     *
     * @param condition as for {@link #update}
     * @param assignments as for {@link #update}
     * @param row a value for each column of the table: parameters and constants
     */
    StoreChange upsert(StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row);

    /** Connects, and makes what the table needs outside where that is wanted. */
    void start() throws IOException;

    /** Lets go of everything. A store that was stopped is started again or dropped. */
    void stop() throws IOException;
}
