package eventflux.api;

import eventflux.api.event.Schema;
import java.util.List;
import java.util.Objects;

/**
 * What a query on demand found.
 *
 * @param schema the columns of the rows; without columns when the query changed a table
 * @param events the rows, in order; empty when there are none
 */
public record QueryResult(Schema schema, List<Event> events) {

    /** Copies the list. */
    public QueryResult {
        Objects.requireNonNull(schema, "schema");
        events = List.copyOf(events);
    }
}
