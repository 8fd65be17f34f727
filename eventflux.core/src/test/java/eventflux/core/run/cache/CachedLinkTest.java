package eventflux.core.run.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.error.EventFluxException;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import eventflux.api.spi.table.StoredTable;
import eventflux.api.time.BackOff;
import eventflux.core.failure.FailureLog;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.StoreConnection;
import eventflux.core.time.SetTime;
import eventflux.testkit.table.ModelStore;
import eventflux.testkit.table.ModelTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedLinkTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("name", DataType.STRING), new Column("id", DataType.LONG), new Column("price", DataType.DOUBLE));
    private static final StoreExpression.Column NAME = new StoreExpression.Column(0, "name", DataType.STRING);
    private static final StoreExpression.Column ID = new StoreExpression.Column(1, "id", DataType.LONG);
    private static final StoreExpression.Column PRICE = new StoreExpression.Column(2, "price", DataType.DOUBLE);
    private static final StoreExpression BY_ID = equal(ID, parameter(1));
    private static final StoreExpression BY_NAME = equal(NAME, parameter(0));

    private final SetTime time = new SetTime(0);
    private final ModelStore outside = store(List.of(1));

    private static ModelStore store(List<Integer> primaryKey) {
        return ModelStore.ofEverything(
                new ModelTable(new StoredTable("T", SCHEMA, primaryKey, List.of(), primaryKey, List.of())));
    }

    private static StoreExpression equal(StoreExpression left, StoreExpression right) {
        return new StoreExpression.Comparison(StoreComparison.EQUAL, left, right);
    }

    private static StoreExpression.Parameter parameter(int column) {
        return new StoreExpression.Parameter(column, SCHEMA.column(column).type());
    }

    private CachedLink cached(int rows) {
        return cached(rows, OptionalLong.empty());
    }

    private CachedLink cached(int rows, OptionalLong retention) {
        return cached(outside, List.of(1), new CachedLink.Limits(rows, retention));
    }

    private CachedLink cached(ModelStore store, List<Integer> primaryKey, CachedLink.Limits limits) {
        StoreConnection connection = new StoreConnection(
                "T",
                SCHEMA,
                store,
                new StoreConnection.Policy(false, BackOff.RECONNECT, "test"),
                time,
                new FailureLog("app", System.getLogger("test")));
        CachedLink link = new CachedLink(connection, SCHEMA, primaryKey, limits, time);
        try {
            link.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return link;
    }

    // One row of parameters, which are the columns of the table.
    private static ParameterRows parameters(Object... values) {
        RowSheet sheet = new RowSheet(SCHEMA).add(0, values);
        RowView view = new RowView(sheet.layout(), sheet.symbols()).wrap(sheet.batch());
        return new ParameterRows() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Row row(int index) {
                return view;
            }
        };
    }

    private static StoreSearch byId(CachedLink link) {
        return link.lookUp(BY_ID, List.of(2));
    }

    private List<List<Object>> find(CachedLink link, StoreSearch search, Object... parameters) {
        RowLayout layout = new RowLayout(SCHEMA);
        RowBatch found = new RowBatch(layout);
        link.find(search, parameters(parameters).row(0), found);
        RunCursor cursor = new RunCursor(new RowView(layout, new SymbolTable()));
        cursor.begin(found.asRun());
        List<List<Object>> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(ModelStore.values(cursor.row()));
        }
        return rows;
    }

    private boolean exists(CachedLink link, StoreSearch search, Object... parameters) {
        return link.exists(search, parameters(parameters).row(0));
    }

    private void change(CachedLink link, StoreChange change, Object... parameters) {
        link.apply(change, parameters(parameters), (index, cause) -> {});
    }

    @Test
    void asksForTheRowOfAKeyOnce() {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10);
        StoreSearch search = byId(link);

        assertThat(find(link, search, null, 1L, null)).containsExactly(List.of("a", 1L, 0.5));
        assertThat(find(link, search, null, 1L, null)).containsExactly(List.of("a", 1L, 0.5));
        assertThat(exists(link, search, null, 1L, null)).isTrue();
        assertThat(outside.questions()).isEqualTo(1);
    }

    @Test
    void sharesRowsAmongSearchesWhateverTheyAskFor() {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10);
        StoreSearch constant = link.lookUp(equal(new StoreExpression.Constant(DataType.INT, 1), ID), List.of(0));

        assertThat(exists(link, byId(link), null, 1L, null)).isTrue();
        assertThat(find(link, constant, null, null, null)).containsExactly(List.of("a", 1L, 0.5));
        assertThat(outside.questions()).isEqualTo(1);
    }

    @Test
    void asksAgainForAKeyWithoutARow() {
        CachedLink link = cached(10);
        StoreSearch search = byId(link);
        assertThat(find(link, search, null, 1L, null)).isEmpty();

        outside.table().insert(List.of("a", 1L, 0.5));

        assertThat(find(link, search, null, 1L, null)).hasSize(1);
    }

    @Test
    void answersWhileTheStoreIsAway() {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10);
        StoreSearch search = byId(link);
        find(link, search, null, 1L, null);

        outside.fails(true);

        assertThat(find(link, search, null, 1L, null)).hasSize(1);
        assertThatThrownBy(() -> find(link, search, null, 2L, null)).isInstanceOf(EventFluxException.class);
    }

    @Test
    void seesWhatOthersChangeWhenTheTimeOfARowIsOver() {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10, OptionalLong.of(1_000));
        StoreSearch search = byId(link);
        find(link, search, null, 1L, null);
        outside.table().delete(StoreExpression.ALWAYS, List.of());

        time.set(999);
        assertThat(find(link, search, null, 1L, null)).hasSize(1);
        time.set(1_000);
        assertThat(find(link, search, null, 1L, null)).isEmpty();
    }

    @Test
    void keepsNoMoreRowsThanItIsAllowedTo() {
        for (long id = 0; id < 100; id++) {
            outside.table().insert(List.of("a", id, 0.5));
        }
        CachedLink link = cached(10);
        StoreSearch search = byId(link);
        for (int round = 0; round < 2; round++) {
            for (long id = 0; id < 100; id++) {
                find(link, search, null, id, null);
            }
        }

        assertThat(outside.questions()).isBetween(180, 200);
    }

    @Test
    void leavesToTheStoreWhatIsNotByKey() {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10);
        StoreSearch byName = link.lookUp(BY_NAME, List.of(1));
        StoreSearch both = link.lookUp(new StoreExpression.Logical(true, List.of(BY_ID, BY_NAME)), List.of(1));
        for (int i = 0; i < 3; i++) {
            assertThat(find(link, byName, "a", null, null)).hasSize(1);
            assertThat(find(link, both, "a", 1L, null)).hasSize(1);
            assertThat(find(link, byId(link), null, null, null)).isEmpty();
        }

        assertThat(outside.questions()).isEqualTo(9);
    }

    @Test
    void keepsNoRowThatADatabaseTookForTheOneAskedFor() {
        ModelStore lenient = store(List.of(0));
        lenient.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(lenient, List.of(0), new CachedLink.Limits(10, OptionalLong.empty()));
        StoreSearch search = link.lookUp(BY_NAME, List.of(0));
        lenient.findsAll();

        for (int i = 0; i < 2; i++) {
            assertThat(find(link, search, "A", null, null)).containsExactly(List.of("a", 1L, 0.5));
        }

        assertThat(lenient.questions()).isEqualTo(2);
    }

    @Test
    void forgetsWhatAChangeThatFailedMayHaveDone() {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10);
        StoreSearch search = byId(link);
        find(link, search, null, 1L, null);
        outside.table().delete(StoreExpression.ALWAYS, List.of());
        outside.fails(true);

        assertThatThrownBy(() -> change(link, link.store().delete(BY_ID), null, 1L, null))
                .isInstanceOf(EventFluxException.class);
        outside.fails(false);

        assertThat(find(link, search, null, 1L, null)).isEmpty();
    }

    @Test
    void forgetsOneRowWhereAChangeSaysWhich() {
        outside.table().insert(List.of("a", 1L, 0.5));
        outside.table().insert(List.of("b", 2L, 0.5));
        CachedLink link = cached(10);
        StoreSearch search = byId(link);
        find(link, search, null, 1L, null);
        find(link, search, null, 2L, null);

        StoreChange update = link.store().update(BY_ID, List.of(new StoreAssignment(2, parameter(2))));
        change(link, update, null, 1L, 0.75);

        assertThat(find(link, search, null, 2L, null)).containsExactly(List.of("b", 2L, 0.5));
        assertThat(outside.questions()).isEqualTo(2);
        assertThat(find(link, search, null, 1L, null)).containsExactly(List.of("a", 1L, 0.75));
        assertThat(outside.questions()).isEqualTo(3);
    }

    @Test
    void startsEmpty() throws Exception {
        outside.table().insert(List.of("a", 1L, 0.5));
        CachedLink link = cached(10);
        StoreSearch search = byId(link);
        find(link, search, null, 1L, null);
        link.stop();
        outside.table().delete(StoreExpression.ALWAYS, List.of());
        link.start();

        assertThat(find(link, search, null, 1L, null)).isEmpty();
    }

    /** Whatever an application itself does, it finds what it would find without the cache. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void findsWhatIsThere(int rows) {
        Random random = new Random(rows);
        CachedLink link = cached(rows);
        StoreSearch search = byId(link);
        List<StoreChange> changes = new ArrayList<>(List.of(
                link.store().insert(),
                link.store().delete(BY_ID),
                link.store().delete(BY_NAME),
                link.store().update(BY_NAME, List.of(new StoreAssignment(2, parameter(2)))),
                link.store().update(BY_ID, List.of(new StoreAssignment(0, parameter(0)))),
                link.store().update(equal(PRICE, parameter(2)), List.of(new StoreAssignment(1, parameter(1)))),
                link.store()
                        .update(
                                equal(ID, new StoreExpression.Constant(DataType.DOUBLE, 2.0)),
                                List.of(new StoreAssignment(0, parameter(0)))),
                link.store()
                        .upsert(
                                BY_ID,
                                List.of(new StoreAssignment(0, parameter(0))),
                                List.of(parameter(0), parameter(1), parameter(2))),
                link.store()
                        .upsert(
                                BY_NAME,
                                List.of(new StoreAssignment(2, parameter(2))),
                                List.of(parameter(0), parameter(1), parameter(2)))));
        for (int step = 0; step < 5_000; step++) {
            Object[] parameters = {
                List.of("a", "b").get(random.nextInt(2)), (long) random.nextInt(5), random.nextInt(3) / 2.0
            };
            if (random.nextInt(3) == 0) {
                change(link, changes.get(random.nextInt(changes.size())), parameters);
            }
            assertThat(find(link, search, parameters[0], parameters[1], parameters[2]))
                    .as("step %d", step)
                    .isEqualTo(outside.table().find(BY_ID, List.of(parameters)));
        }
    }

    @Test
    void takesZerosForEqualWhateverTheirSign() {
        ModelStore prices = store(List.of(2));
        CachedLink link = cached(prices, List.of(2), new CachedLink.Limits(10, OptionalLong.empty()));
        prices.table().insert(List.of("a", 1L, 0.0));
        StoreExpression byPrice = equal(PRICE, parameter(2));
        StoreSearch search = link.lookUp(byPrice, List.of());
        prices.findsAll();
        assertThat(exists(link, search, null, null, -0.0)).isTrue();

        change(link, link.store().delete(byPrice), null, null, 0.0);

        assertThat(exists(link, search, null, null, -0.0)).isFalse();
    }
}
