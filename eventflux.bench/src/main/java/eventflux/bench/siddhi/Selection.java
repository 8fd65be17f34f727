package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import java.util.List;

/**
 * A select clause and what belongs to it.
 *
 * @param items the select clause
 * @param tail what stands behind it
 * @param columns what it gives
 * @param aggregates whether it does
 * @param groups whether it has groups
 */
record Selection(String items, String tail, List<Column> columns, boolean aggregates, boolean groups) {

    Selection {
        columns = List.copyOf(columns);
    }

    String text() {
        return items + tail;
    }
}
