package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.compile.code.TableTests;
import eventflux.core.compile.store.StoreCompiler;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.operator.table.AskedTest;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.TableLookup;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.TableAccess;
import eventflux.core.plan.TablePlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of an application while it is compiled. */
final class TableCompiler implements TableTests {

    private final TableParts parts;
    private final Map<String, CompiledTable> tables = new LinkedHashMap<>();
    private final Map<String, MemoryTable> inMemory = new LinkedHashMap<>();
    private final Map<String, StoreLink> stores = new LinkedHashMap<>();

    TableCompiler(ExpressionCompiler code, SymbolTable symbols, EvalContext context, RowFailures failures) {
        this.parts = new TableParts(code, symbols, context, failures, this);
    }

    /** Makes the table of a plan, which queries know by its name. */
    void make(TablePlan plan, StoreMaker maker) {
        if (plan.store().isPresent()) {
            add(plan, maker.link(plan));
        } else {
            add(plan, make(plan));
        }
    }

    /** Makes a table in memory that queries do not know. */
    MemoryTable make(TablePlan plan) {
        return MemoryTableCompiler.table(parts, plan);
    }

    /** Takes the table of a plan as it is in a pipeline. */
    void take(TablePlan plan, Pipeline pipeline) {
        if (plan.store().isPresent()) {
            add(plan, pipeline.stores().get(plan.name()));
        } else {
            add(plan, pipeline.tables().get(plan.name()));
        }
    }

    private void add(TablePlan plan, MemoryTable table) {
        inMemory.put(plan.name(), table);
        tables.put(plan.name(), new MemoryTableCompiler(parts, plan, table));
    }

    private void add(TablePlan plan, StoreLink link) {
        stores.put(plan.name(), link);
        tables.put(plan.name(), new StoreCompiler(parts, plan, link));
    }

    /** The layout of the rows of a query that fills no stream. */
    RowLayout outputLayout(QueryPlan query) {
        return query.output()
                .action()
                .filter(TableAction.Insert.class::isInstance)
                .map(insert -> layout(insert.table()))
                .orElseGet(() ->
                        new RowLayout(query.output().schema(), query.tables().codedOutput()));
    }

    /** The layout of the rows of a table. */
    RowLayout layout(String table) {
        return tables.get(table).layout();
    }

    /** The tables in memory by name. */
    Map<String, MemoryTable> inMemory() {
        return Collections.unmodifiableMap(inMemory);
    }

    /** The stores of the other tables by name. */
    Map<String, StoreLink> stores() {
        return Collections.unmodifiableMap(stores);
    }

    /**
     * Finds the rows of a table for which a condition is true.
     *
     * @param table its name
     * @param condition over the row that asks, input 0, and a row of the table, input 1
     * @param row the layout of the row that asks
     * @param columns the columns of the table that whoever asks looks at
     */
    RowLookup lookup(String table, Expr condition, RowLayout row, List<Integer> columns) {
        return tables.get(table).lookup(condition, row, columns);
    }

    /**
     * Finds the rows of a table in memory, whether queries know it or not.
     *
     * @param plan of the table
     * @param table itself
     * @param access how
     * @param row the layout of the row that asks
     */
    TableLookup find(TablePlan plan, MemoryTable table, TableAccess access, RowLayout row) {
        return new MemoryTableCompiler(parts, plan, table).find(access, row);
    }

    @Override
    public RowPairPredicate test(Truth.InTable test, List<RowLayout> rows) {
        if (test.asking().isEmpty()) {
            RowLookup lookup = lookup(test.table(), test.condition(), rows.get(0), List.of());
            return (row, other, context) -> lookup.exists(row, context);
        }
        RowLayout asking = asking(test.asking(), rows);
        return new AskedTest(
                projection(test.asking(), asking, rows),
                new RowBuilder(new RowBatch(asking), parts.symbols()),
                new RowView(asking, parts.symbols()),
                lookup(test.table(), test.condition(), asking, List.of()));
    }

    // Texts that have codes keep them.
    private static RowLayout asking(List<Expr> values, List<RowLayout> rows) {
        List<Column> columns = new ArrayList<>();
        BitSet coded = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            columns.add(new Column("asked" + i, values.get(i).type()));
            coded.set(
                    i,
                    values.get(i) instanceof Expr.ColumnRef column
                            && rows.get(column.input()).isCoded(column.column()));
        }
        return new RowLayout(new Schema(columns), coded);
    }

    private RowPairProjection projection(List<Expr> values, RowLayout asking, List<RowLayout> rows) {
        if (rows.size() == 1) {
            RowProjection one = parts.projection(values, asking, rows.get(0));
            return (row, other, context, out) -> one.project(row, context, out);
        }
        return parts.pairProjection(values, asking, rows.get(0), rows.get(1));
    }

    /**
     * What a query does to a table.
     *
     * @param query its name
     * @param output the layout of its rows
     */
    RunReceiver action(TableAction action, String query, RowLayout output) {
        return tables.get(action.table()).action(action, query, output);
    }
}
