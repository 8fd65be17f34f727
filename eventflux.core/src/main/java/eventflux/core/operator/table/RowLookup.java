package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/**
 * Finds the rows for which a compiled condition over an event (input 0) and a row (input 1) is true. The answer comes in the
 * order in which the rows came into their source, whatever index is used, so an index never changes a result. Each user has
 * a look-up of its own. Used by the thread that owns the application.
 */
public interface RowLookup {

    /**
     * Looks up the rows of an event. The event's cursor stays where it is until the last {@link #next}; the source may change
     * meanwhile only by what {@code next} has already answered.
     */
    void begin(RowView event, EvalContext context);

    /** The next row, null after the last one; the same cursor each time, on rows that stay in place until the next {@link #begin}. */
    RowView next();

    /** Whether there is a row for the event; ends what {@link #begin} began. */
    default boolean exists(RowView event, EvalContext context) {
        begin(event, context);
        return next() != null;
    }
}
