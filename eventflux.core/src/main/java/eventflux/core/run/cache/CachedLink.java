package eventflux.core.run.cache;

import eventflux.api.TimeSource;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A cache in front of a store. Rows that are asked for by their primary key come from it, while the store cannot be
 * reached, too. A key without a row is asked for each time, so that a row that others put in is seen at once; what
 * others change of a row that is kept is seen when it was kept for long enough. What the application changes itself it
 * sees at once. Used by the thread that owns the application.
 */
public final class CachedLink implements StoreLink {

    private final StoreLink link;
    private final NotedStore store;
    private final List<Integer> allColumns;
    private final CachedRows cache;
    private final RowView view;
    private final RowBatch scratch;

    /**
     * What is kept.
     *
     * @param rows how many at most
     * @param retentionMillis for how long at most; empty until others push them out
     */
    public record Limits(int rows, OptionalLong retentionMillis) {}

    /**
     * In front of the store of a table.
     *
     * @param schema the columns of the table
     * @param primaryKey those of its primary key, which it has
     */
    public CachedLink(StoreLink link, Schema schema, List<Integer> primaryKey, Limits limits, TimeSource time) {
        RowLayout layout = new RowLayout(schema);
        this.link = link;
        this.store = new NotedStore(link.store(), schema, primaryKey);
        this.allColumns = IntStream.range(0, schema.size()).boxed().toList();
        this.cache = new CachedRows(limits, time);
        this.view = new RowView(layout, new SymbolTable());
        this.scratch = new RowBatch(layout);
    }

    @Override
    public String table() {
        return link.table();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public StoreSearch lookUp(StoreExpression condition, List<Integer> columns) {
        Optional<KeyTerms> key = store.key(condition);
        return key.isPresent()
                ? new KeyedSearch(link.lookUp(condition, allColumns), key.get())
                : link.lookUp(condition, columns);
    }

    @Override
    public void find(StoreSearch search, Row parameters, RowBatch found) {
        if (!(search instanceof KeyedSearch keyed)) {
            link.find(search, parameters, found);
            return;
        }
        Optional<List<Object>> key = keyed.key().key(parameters);
        if (key.isPresent() && cache.find(key.get(), found)) {
            return;
        }
        int rows = found.count();
        int begin = found.length();
        link.find(keyed.search(), parameters, found);
        if (key.isPresent() && found.count() == rows + 1) {
            keep(key.get(), found, begin);
        }
    }

    // A database may take other texts for the same: their row is kept when it is asked for by its own.
    private void keep(List<Object> key, RowBatch found, int offset) {
        view.wrap(found.begin() + offset);
        for (int i = 0; i < key.size(); i++) {
            int column = store.primaryKey().get(i);
            Object value = view.get(column);
            boolean isKey = value != null
                    && KeyTerms.comparable(store.table().column(column).type(), value)
                            .equals(key.get(i));
            if (!isKey) {
                return;
            }
        }
        cache.put(key, view);
    }

    @Override
    public boolean exists(StoreSearch search, Row parameters) {
        if (!(search instanceof KeyedSearch)) {
            return link.exists(search, parameters);
        }
        scratch.clear();
        find(search, parameters, scratch);
        return !scratch.isEmpty();
    }

    @Override
    public void apply(StoreChange change, ParameterRows rows, RefusedRows refused) {
        try {
            link.apply(change, rows, refused);
        } finally {
            // What has failed may have been done.
            ((NotedChange) change).invalidate(cache, rows);
        }
    }

    @Override
    public void start() throws IOException {
        cache.forgetAll();
        link.start();
    }

    @Override
    public void stop() {
        link.stop();
        cache.forgetAll();
    }

    @Override
    public void giveUp() {
        link.giveUp();
    }
}
