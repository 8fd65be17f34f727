package eventflux.testkit.table;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreFactory;
import eventflux.api.spi.table.StoreSearch;
import eventflux.api.spi.table.StoredTable;
import eventflux.testkit.connector.RecordedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every store owes the engine. The test of a store extends this class and names its factory and settings; the
 * store is then compared with a {@link ModelTable} over many conditions and changes, as far as it accepts them.
 */
public abstract class StoreContract {

    private static final int ROWS = 60;
    private static final int CONDITIONS = 150;
    private static final int CHANGES = 80;
    private static final long SEED = 20260;

    private static final Schema SCHEMA = Schema.of(
            new Column("k", DataType.INT),
            new Column("s", DataType.STRING),
            new Column("n", DataType.LONG),
            new Column("d", DataType.DOUBLE),
            new Column("ok", DataType.BOOL),
            new Column("f", DataType.FLOAT),
            new Column("i", DataType.INT));
    private static final StoredTable PLAIN = new StoredTable("Plain", SCHEMA, List.of(), List.of(), List.of());
    private static final StoredTable KEYED =
            new StoredTable("Keyed", SCHEMA, List.of(0, 1), List.of(1, 2), List.of(0, 1, 3), List.of(List.of(2, 3)));

    /** The factory of the store under test. */
    protected abstract StoreFactory factory();

    /** Settings for a store whose table is empty when the test begins. */
    protected abstract Map<String, String> settings(StoredTable table) throws Exception;

    @Test
    final void describesItself() {
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(factory().getClass(), "test");

        assertAll(
                () -> assertEquals(ExtensionKind.STORE, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertTrue(descriptor.description().endsWith("."), "the description is no sentence"),
                () -> assertFalse(descriptor.examples().isEmpty(), "there is no example"),
                () -> assertDoesNotThrow(() -> factory().getClass().getConstructor(), "no public constructor"));
    }

    @Test
    final void findsWhatTheModelFinds() throws Exception {
        Run run = new Run(PLAIN);
        run.insert(ROWS);
        for (int i = 0; i < CONDITIONS; i++) {
            StoreExpression condition = run.script.condition();
            List<Object> parameters = run.script.row();

            run.requireSame(condition, parameters);
        }
        run.store.stop();
    }

    @Test
    final void changesWhatTheModelChanges() throws Exception {
        for (StoredTable table : List.of(PLAIN, KEYED)) {
            Run run = new Run(table);
            run.insert(ROWS);
            for (int i = 0; i < CHANGES; i++) {
                run.change(i);
                run.requireSame(StoreExpression.ALWAYS, run.script.row());
            }
            run.store.stop();
        }
    }

    @Test
    final void fillsTheColumnsThatAreAskedFor() throws Exception {
        Run run = new Run(PLAIN);
        run.insert(ROWS);

        StoreSearch search = run.store.search(StoreExpression.ALWAYS, List.of(1, 3));
        RecordedRows found = run.find(search, run.script.row());

        assertEquals(sorted(run.model.rows(), List.of(1, 3)), sorted(found.values(), List.of(1, 3)));
        run.store.stop();
    }

    @Test
    final void keepsRowsOverARestart() throws Exception {
        Run run = new Run(KEYED);
        run.insert(ROWS);
        StoreSearch search = run.store.search(StoreExpression.ALWAYS, run.all);

        run.store.stop();
        run.store.start();

        assertEquals(
                sorted(run.model.rows(), run.all),
                sorted(run.find(search, run.script.row()).values(), run.all));
        run.store.stop();
    }

    private static List<String> sorted(List<List<Object>> rows, List<Integer> columns) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .toList()
                        .toString())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** A store and a model of the same table. */
    private final class Run {

        private final StoredTable table;
        private final Store store;
        private final ModelTable model;
        private final StoreScript script;
        private final Random random = new Random(SEED);
        private final List<Integer> all =
                IntStream.range(0, SCHEMA.size()).boxed().toList();

        Run(StoredTable table) throws Exception {
            this.table = table;
            this.store = factory().create(StoreFixture.of(factory().getClass(), table, settings(table)));
            this.model = new ModelTable(table);
            this.script = new StoreScript(SCHEMA, random, store::accepts);
            store.start();
        }

        void insert(int count) throws IOException {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(script.row(table.notNull()));
            }
            apply(store.insert(), rows, model::insert);
        }

        void change(int number) throws IOException {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                rows.add(script.row(table.notNull()));
            }
            List<StoreAssignment> assignments = script.assignments(table.primaryKey());
            StoreExpression condition = number % 3 == 0 && !table.primaryKey().isEmpty()
                    ? script.sameKey(table.primaryKey())
                    : new StoreExpression.Logical(true, List.of(script.condition(), script.condition()));
            switch (random.nextInt(assignments.isEmpty() ? 2 : 4)) {
                case 0 -> apply(store.insert(), rows, model::insert);
                case 1 ->
                    apply(store.delete(condition), rows.subList(0, 1), row -> {
                        model.delete(condition, row);
                        return true;
                    });
                case 2 ->
                    apply(store.update(condition, assignments), rows, row -> model.update(condition, assignments, row));
                default -> upsert(condition, assignments, rows);
            }
        }

        private void upsert(StoreExpression condition, List<StoreAssignment> some, List<List<Object>> rows)
                throws IOException {
            List<StoreExpression> row = script.parametersAsRow();
            List<StoreAssignment> assignments = random.nextBoolean() ? some : whole(row);
            apply(
                    store.upsert(condition, assignments, row),
                    rows,
                    parameters -> model.upsert(condition, assignments, row, parameters));
        }

        private List<StoreAssignment> whole(List<StoreExpression> row) {
            return all.stream()
                    .filter(column -> !table.primaryKey().contains(column))
                    .map(column -> new StoreAssignment(column, row.get(column)))
                    .toList();
        }

        /** What the model does with one row of parameters; false when it refuses. */
        private interface ModelChange {
            boolean by(List<Object> parameters);
        }

        private void apply(StoreChange change, List<List<Object>> rows, ModelChange modelled) throws IOException {
            Set<Integer> refused = new TreeSet<>();
            change.apply(StoreFixture.rows(SCHEMA, rows), (index, cause) -> refused.add(index));
            Set<Integer> expected = new TreeSet<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!modelled.by(rows.get(i))) {
                    expected.add(i);
                }
            }
            assertEquals(expected, refused, () -> "refused of " + rows);
        }

        void requireSame(StoreExpression condition, List<Object> parameters) throws IOException {
            StoreSearch search = store.search(condition, all);
            List<List<Object>> expected = model.find(condition, parameters);

            assertEquals(
                    sorted(expected, all),
                    sorted(find(search, parameters).values(), all),
                    () -> condition + " with " + parameters);
            assertEquals(
                    !expected.isEmpty(),
                    search.exists(StoreFixture.parameters(SCHEMA, parameters)),
                    () -> condition + " with " + parameters);
        }

        RecordedRows find(StoreSearch search, List<Object> parameters) throws IOException {
            RecordedRows found = new RecordedRows(SCHEMA);
            search.find(StoreFixture.parameters(SCHEMA, parameters), found);
            found.flush();
            return found;
        }
    }
}
