package eventflux.core.compile.store;

import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import eventflux.core.compile.CompiledTable;
import eventflux.core.compile.TableParts;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.operator.store.StoreLookup;
import eventflux.core.operator.store.StoreLookup.StoreQuestion;
import eventflux.core.operator.store.StoreOutput;
import eventflux.core.operator.store.StoreOutput.Write;
import eventflux.core.operator.store.StoreRowChange;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.TableOutput;
import eventflux.core.plan.TablePlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedStore;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.TableAction.Change;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes what looks rows up in one table in a store, and what changes it. */
public final class StoreCompiler implements CompiledTable {

    private final TableParts code;
    private final TablePlan table;
    private final StoreLink link;
    private final Store store;
    private final RowLayout layout;

    /** For a table of a plan. */
    public StoreCompiler(TableParts code, TablePlan table, StoreLink link) {
        this.code = code;
        this.table = table;
        this.link = link;
        this.store = link.store();
        this.layout = new RowLayout(table.schema());
    }

    /** The layout of the rows that are found, and of those that are put in. */
    public RowLayout layout() {
        return layout;
    }

    /**
     * Finds the rows for which a condition is true.
     *
     * @param condition over the row that asks, input 0, and a row of the table, input 1
     * @param row the layout of the row that asks
     * @param columns which columns of the table whoever asks looks at
     */
    public RowLookup lookup(Expr condition, RowLayout row, List<Integer> columns) {
        StoreCondition shared = cache().flatMap(kept -> StoreCondition.ofKey(condition, store, table.primaryKey()))
                .orElseGet(() -> StoreCondition.of(condition, store));
        StoreSearch search = link.lookUp(shared.pushed(), columns(shared.rest(), columns));
        return lookup(
                shared,
                search,
                row,
                cache().map(kept -> "behind a " + kept + ": ").orElse(""));
    }

    private Optional<ResolvedStore.Cache> cache() {
        return table.store().flatMap(ResolvedStore::cache);
    }

    // Rows that are changed are those that there are now.
    private RowLookup lookupToChange(Expr condition, RowLayout row) {
        StoreCondition shared = StoreCondition.of(condition, store);
        return lookup(shared, store.search(shared.pushed(), allColumns()), row, "");
    }

    private RowLookup lookup(StoreCondition condition, StoreSearch search, RowLayout row, String way) {
        RowLayout parameters = condition.parameters().layout();
        StoreQuestion question = new StoreQuestion(
                search,
                code.projection(condition.parameters().values(), parameters, row),
                parameters,
                way + where(condition));
        return new StoreLookup(
                link,
                question,
                condition.rest().map(test -> code.predicate(test, row, layout)),
                layout,
                code.context());
    }

    private List<Integer> columns(Optional<Expr> rest, List<Integer> columns) {
        return IntStream.range(0, table.schema().size())
                .filter(column -> columns.contains(column)
                        || rest.filter(test -> reads(test, column)).isPresent())
                .boxed()
                .toList();
    }

    private static boolean reads(Expr expr, int column) {
        if (expr instanceof Expr.ColumnRef reference) {
            return reference.input() == Truth.InTable.TABLE_ROW && reference.column() == column;
        }
        return expr.children().stream().anyMatch(child -> reads(child, column));
    }

    private List<Integer> allColumns() {
        return IntStream.range(0, table.schema().size()).boxed().toList();
    }

    private String where(StoreCondition condition) {
        return "store of " + table.name() + " where " + condition.pushed()
                + with(condition.parameters().values());
    }

    private static String with(List<Expr> parameters) {
        return parameters.isEmpty() ? "" : " with " + parameters;
    }

    /**
     * What a query does to the table.
     *
     * @param query its name
     * @param output the layout of its rows
     */
    public RunReceiver action(TableAction action, String query, RowLayout output) {
        if (action instanceof TableAction.Delete delete) {
            return delete(delete, query, output);
        }
        if (action instanceof TableAction.Update update) {
            return update(update, Optional.empty(), query, output);
        }
        if (action instanceof TableAction.Upsert upsert) {
            return update(upsert.update(), Optional.of(upsert.row()), query, output);
        }
        return output(insertion(columns(0), output), query, output);
    }

    private RunReceiver delete(TableAction.Delete delete, String query, RowLayout output) {
        StoreCondition condition = StoreCondition.of(delete.condition(), store);
        if (condition.isWhole()) {
            String text = "delete from " + where(condition);
            return output(write(store.delete(condition.pushed()), condition.parameters(), text, output), query, output);
        }
        RowIdentity identity = RowIdentity.of(table, store);
        return byRow(
                lookupToChange(delete.condition(), output),
                rewrite(store.delete(identity.condition()), identity.parameters(), "delete each row", output),
                Optional.empty(),
                query,
                output);
    }

    private RunReceiver update(TableAction.Update update, Optional<List<Expr>> row, String query, RowLayout output) {
        StoreCondition condition = StoreCondition.of(update.condition(), store);
        Optional<List<StoreAssignment>> assignments = assignments(update.changes(), condition.parameters());
        if (condition.isWhole() && assignments.isPresent()) {
            return output(whole(condition, assignments.get(), row, output), query, output);
        }
        RowIdentity identity = RowIdentity.of(table, store);
        ParameterList parameters = identity.parameters();
        List<StoreAssignment> computed = update.changes().stream()
                .map(change -> new StoreAssignment(change.column(), parameters.of(change.value())))
                .toList();
        return byRow(
                lookupToChange(update.condition(), output),
                rewrite(
                        store.update(identity.condition(), computed),
                        parameters,
                        "update each row, set " + update.changes(),
                        output),
                row.map(values -> insertion(values, output)),
                query,
                output);
    }

    private Write whole(
            StoreCondition condition, List<StoreAssignment> assignments, Optional<List<Expr>> row, RowLayout output) {
        ParameterList parameters = condition.parameters();
        if (row.isEmpty()) {
            String text = "update " + where(condition) + " set " + assignments;
            return write(store.update(condition.pushed(), assignments), parameters, text, output);
        }
        StoreExpressions expressions = new StoreExpressions(parameters);
        List<StoreExpression> values = row.get().stream()
                .map(value -> expressions.value(value).orElseThrow())
                .toList();
        String text = "update or insert into " + where(condition) + " set " + assignments + " or " + values;
        return write(store.upsert(condition.pushed(), assignments, values), parameters, text, output);
    }

    // The parameters of the condition come first, those of the values after them.
    private Optional<List<StoreAssignment>> assignments(List<Change> changes, ParameterList parameters) {
        List<StoreAssignment> assignments = new ArrayList<>();
        for (Change change : changes) {
            Optional<StoreExpression> value =
                    new StoreExpressions(parameters).value(change.value()).filter(store::accepts);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            assignments.add(new StoreAssignment(change.column(), value.get()));
        }
        return Optional.of(assignments);
    }

    private List<Expr> columns(int input) {
        return RowIdentity.columns(table, allColumns(), input);
    }

    private Write insertion(List<Expr> values, RowLayout output) {
        return new Write(
                store.insert(),
                code.projection(values, layout, output),
                layout,
                "insert into store of " + table.name() + " " + values);
    }

    private Write write(StoreChange change, ParameterList parameters, String text, RowLayout output) {
        RowLayout row = parameters.layout();
        return new Write(
                change, code.projection(parameters.values(), row, output), row, text + with(parameters.values()));
    }

    private StoreRowChange.Rewrite rewrite(
            StoreChange change, ParameterList parameters, String text, RowLayout output) {
        RowLayout row = parameters.layout();
        return new StoreRowChange.Rewrite(
                change, code.pairProjection(parameters.values(), row, output, layout), row, text);
    }

    private RunReceiver output(Write write, String query, RowLayout output) {
        return new StoreOutput(
                link, write, query, new RowView(output, code.symbols()), code.failures(), code.context());
    }

    private RunReceiver byRow(
            RowLookup lookup,
            StoreRowChange.Rewrite rewrite,
            Optional<Write> insertion,
            String query,
            RowLayout output) {
        StoreRowChange change = new StoreRowChange(link, lookup, rewrite, insertion, code.context());
        return new TableOutput(query, new RowView(output, code.symbols()), change, code.failures());
    }
}
