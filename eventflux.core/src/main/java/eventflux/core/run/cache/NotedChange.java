package eventflux.core.run.cache;

import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.StoreChange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A change that says of which rows.
 *
 * @param change made by the store
 * @param key of the row that it is about; empty when it may be about any
 */
record NotedChange(StoreChange change, Optional<KeyTerms> key) implements StoreChange {

    @Override
    public void apply(ParameterRows rows, RefusedRows refused) throws IOException {
        change.apply(rows, refused);
    }

    /** Lets a cache forget what was changed, or may have been. */
    void invalidate(CachedRows cache, ParameterRows rows) {
        if (key.isEmpty()) {
            cache.forgetAll();
            return;
        }
        for (int index = 0; index < rows.size(); index++) {
            Optional<List<Object>> changed = key.get().key(rows.row(index));
            changed.ifPresent(cache::forget);
        }
    }
}
