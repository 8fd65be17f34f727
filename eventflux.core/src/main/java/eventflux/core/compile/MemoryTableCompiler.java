package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.Bindings;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.table.CodeIndex;
import eventflux.core.operator.table.DeleteRows;
import eventflux.core.operator.table.EqualIndex;
import eventflux.core.operator.table.HashIndex;
import eventflux.core.operator.table.InsertRow;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.operator.table.MemoryTable.PrimaryKey;
import eventflux.core.operator.table.OrderedIndex;
import eventflux.core.operator.table.RowChange;
import eventflux.core.operator.table.RowKey;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.RowRules;
import eventflux.core.operator.table.TableLookup;
import eventflux.core.operator.table.TableOutput;
import eventflux.core.operator.table.UpdateRows;
import eventflux.core.plan.TableAccess;
import eventflux.core.plan.TablePlan;
import eventflux.core.plan.TablePlan.ColumnIndex;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.TableAction.Change;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a table in memory, and the operators on it. */
final class MemoryTableCompiler implements CompiledTable {

    private final TableParts parts;
    private final TablePlan plan;
    private final MemoryTable table;

    /** For a table that has been made of a plan. */
    MemoryTableCompiler(TableParts parts, TablePlan plan, MemoryTable table) {
        this.parts = parts;
        this.plan = plan;
        this.table = table;
    }

    /** Makes the table of a plan, empty. */
    static MemoryTable table(TableParts parts, TablePlan plan) {
        RowLayout layout = new RowLayout(plan.schema(), plan.coded());
        MemoryTable table = new MemoryTable(plan.name(), layout, parts.symbols(), parts.context());
        TableKeys keys = new TableKeys(parts.code(), new Bindings(layout, parts.symbols()));
        if (!plan.primaryKey().isEmpty()) {
            table.primaryKey(new PrimaryKey(primaryIndex(plan, keys), sameKey(parts, plan, layout)));
        }
        for (ColumnIndex index : plan.indexes()) {
            RowKey key = keys.all(columns(plan, index.columns()));
            if (index.ordered()) {
                table.addIndex(new OrderedIndex(key));
            } else {
                table.addIndex(new HashIndex(key));
            }
        }
        return table;
    }

    private static EqualIndex primaryIndex(TablePlan plan, TableKeys keys) {
        List<Integer> columns = plan.primaryKey();
        RowKey key = keys.all(columns(plan, columns));
        boolean isCode =
                columns.size() == 1 && plan.schema().column(columns.get(0)).type() == DataType.STRING;
        return isCode ? new CodeIndex(key) : new HashIndex(key);
    }

    private static RowPairPredicate sameKey(TableParts parts, TablePlan plan, RowLayout layout) {
        List<Expr> same = plan.primaryKey().stream()
                .<Expr>map(column -> new Truth.Comparison(
                        ComparisonOperator.EQUAL, column(plan, column, 0), column(plan, column, 1), false))
                .toList();
        return parts.predicate(new Truth.Logical(true, same, false), layout, layout);
    }

    private static List<Expr> columns(TablePlan plan, List<Integer> places) {
        return places.stream().map(place -> column(plan, place, 0)).toList();
    }

    private static Expr column(TablePlan plan, int place, int input) {
        return new Expr.ColumnRef(
                input,
                place,
                plan.schema().column(place).type(),
                plan.schema().column(place).name());
    }

    @Override
    public RowLayout layout() {
        return table.layout();
    }

    @Override
    public RowLookup lookup(Expr condition, RowLayout row, List<Integer> columns) {
        return find(condition, row);
    }

    private TableLookup find(Expr condition, RowLayout row) {
        return find(TableAccess.of(plan, condition), row);
    }

    /** Finds rows in a way that has been chosen. */
    TableLookup find(TableAccess access, RowLayout row) {
        TableKeys probes = new TableKeys(parts.code(), parts.one(row));
        Optional<RowPairPredicate> rest = access.rest().map(expr -> parts.predicate(expr, row, layout()));
        return new TableLookup(table, new TableIndexes(plan, table).candidates(access.way(), probes), rest);
    }

    @Override
    public RunReceiver action(TableAction action, String query, RowLayout output) {
        return new TableOutput(query, new RowView(output, parts.symbols()), change(action, output), parts.failures());
    }

    private RowChange change(TableAction action, RowLayout output) {
        RowRules rules = new RowRules(table, plan.notNull(), plan.primaryKey());
        if (action instanceof TableAction.Delete delete) {
            return new DeleteRows(find(delete.condition(), output), parts.context());
        }
        if (action instanceof TableAction.Update update) {
            return update(update, Optional.empty(), rules, output);
        }
        if (action instanceof TableAction.Upsert upsert) {
            return update(upsert.update(), Optional.of(upsert.row()), rules, output);
        }
        return new InsertRow(table, rules);
    }

    private UpdateRows update(TableAction.Update update, Optional<List<Expr>> row, RowRules rules, RowLayout output) {
        RowPairProjection changed = parts.pairProjection(changed(update.changes()), layout(), output, layout());
        Optional<RowProjection> inserted = row.map(values -> parts.projection(values, layout(), output));
        return new UpdateRows(
                find(update.condition(), output),
                new UpdateRows.NewRows(changed, inserted),
                rules,
                parts.context(),
                new RowBuilder(new RowBatch(layout()), parts.symbols()));
    }

    // Columns that are not changed keep the value of the table's row.
    private List<Expr> changed(List<Change> changes) {
        List<Expr> values = new ArrayList<>(IntStream.range(0, plan.schema().size())
                .mapToObj(place -> column(plan, place, Truth.InTable.TABLE_ROW))
                .toList());
        changes.forEach(change -> values.set(change.column(), change.value()));
        return values;
    }
}
