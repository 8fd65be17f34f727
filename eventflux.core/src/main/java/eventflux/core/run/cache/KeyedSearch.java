package eventflux.core.run.cache;

import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.table.StoreSearch;
import java.io.IOException;

/**
 * A search for the row of one primary key.
 *
 * @param search made by the store, for whole rows
 * @param key what it asks for
 */
record KeyedSearch(StoreSearch search, KeyTerms key) implements StoreSearch {

    @Override
    public void find(Row parameters, RowAppender found) throws IOException {
        search.find(parameters, found);
    }

    @Override
    public boolean exists(Row parameters) throws IOException {
        return search.exists(parameters);
    }
}
