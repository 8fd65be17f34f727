package eventflux.core.run.cache;

import eventflux.api.event.Schema;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A store whose changes say of which rows they are.
 *
 * @param store does the work
 * @param table its columns
 * @param primaryKey those of the primary key
 */
record NotedStore(Store store, Schema table, List<Integer> primaryKey) implements Store {

    @Override
    public boolean accepts(StoreExpression expression) {
        return store.accepts(expression);
    }

    @Override
    public StoreSearch search(StoreExpression condition, List<Integer> columns) {
        return store.search(condition, columns);
    }

    @Override
    public StoreChange insert() {
        List<StoreExpression> key = primaryKey.stream()
                .<StoreExpression>map(place ->
                        new StoreExpression.Parameter(place, table.column(place).type()))
                .toList();
        return new NotedChange(store.insert(), KeyTerms.of(table, primaryKey, key));
    }

    @Override
    public StoreChange delete(StoreExpression condition) {
        return new NotedChange(store.delete(condition), key(condition));
    }

    @Override
    public StoreChange update(StoreExpression condition, List<StoreAssignment> assignments) {
        return new NotedChange(
                store.update(condition, assignments), key(condition).filter(key -> keepsKeys(assignments)));
    }

    @Override
    public StoreChange upsert(StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row) {
        List<StoreExpression> inserted = primaryKey.stream().map(row::get).toList();
        return new NotedChange(
                store.upsert(condition, assignments, row),
                key(condition)
                        .filter(key -> keepsKeys(assignments) && key.terms().equals(inserted)));
    }

    // Who is given a key that another row has had is of no use to a cache that knows the other row.
    private boolean keepsKeys(List<StoreAssignment> assignments) {
        return assignments.stream().map(StoreAssignment::column).noneMatch(primaryKey::contains);
    }

    /** What a condition asks of the primary key, if it asks for one row and nothing else. */
    Optional<KeyTerms> key(StoreExpression condition) {
        return KeyTerms.of(condition, table, primaryKey);
    }

    @Override
    public void start() throws IOException {
        store.start();
    }

    @Override
    public void stop() throws IOException {
        store.stop();
    }
}
