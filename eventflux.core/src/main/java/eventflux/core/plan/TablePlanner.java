package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.plan.QueryTables.Lookup;
import eventflux.core.plan.TablePlan.ColumnIndex;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedTable;
import eventflux.core.resolved.TableAction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans tables and how queries find rows in them. */
final class TablePlanner {

    private static final Expr ALL_ROWS = new Expr.Constant(DataType.BOOL, true);

    private final Map<String, TablePlan> tables = new LinkedHashMap<>();
    private final Map<String, ResolvedAggregation> aggregations = new HashMap<>();

    TablePlanner(ResolvedApp app, Map<String, BitSet> coded) {
        for (ResolvedTable table : app.tables()) {
            tables.put(table.name(), plan(table, coded.get(table.name())));
        }
        app.aggregations().forEach(aggregation -> aggregations.put(aggregation.name(), aggregation));
    }

    private static TablePlan plan(ResolvedTable table, BitSet coded) {
        List<ColumnIndex> indexes = table.indexed().stream()
                .map(columns -> index(columns, table.schema()))
                .toList();
        return new TablePlan(
                table.name(), table.schema(), coded, table.primaryKey(), indexes, table.notNull(), table.store());
    }

    private static ColumnIndex index(List<Integer> columns, Schema schema) {
        return columns.size() == 1
                ? ColumnIndex.of(columns.get(0), schema.column(columns.get(0)).type())
                : ColumnIndex.of(columns);
    }

    /** In the order of definition. */
    List<TablePlan> tables() {
        return List.copyOf(tables.values());
    }

    /** What a query has to do with tables. */
    QueryTables uses(ResolvedQuery query, boolean byRow) {
        List<Lookup> lookups = new ArrayList<>();
        TableUses.tests(query).forEach(test -> lookups.add(lookup(test.table(), test.condition())));
        if (query.input() instanceof ResolvedJoin join) {
            addLookups(join, lookups);
        }
        BitSet codedOutput = new BitSet();
        query.output()
                .action()
                .ifPresent(action -> condition(action).ifPresent(condition -> {
                    lookups.add(lookup(action.table(), condition));
                    codedOutput.or(CodedColumns.keysOf(
                            condition, tables.get(action.table()).coded()));
                }));
        return new QueryTables(lookups, codedOutput, byRow);
    }

    private void addLookups(ResolvedJoin join, List<Lookup> lookups) {
        for (int step = 0; step < join.steps().size(); step++) {
            Expr condition = join.steps().get(step).condition().orElse(ALL_ROWS);
            Optional<BucketsAsked> asked = join.steps().get(step).asked();
            join.table(step)
                    .ifPresent(table -> lookups.add(asked.map(buckets -> lookup(table.name(), condition, buckets))
                            .orElseGet(() -> lookup(table.name(), condition))));
        }
    }

    private Lookup lookup(String name, Expr condition, BucketsAsked asked) {
        ResolvedAggregation aggregation = aggregations.get(name);
        return new Lookup(
                name, AggregationAccess.of(aggregation, AggregationPlan.groups(aggregation), condition, asked));
    }

    private Lookup lookup(String table, Expr condition) {
        return new Lookup(table, TableAccess.of(tables.get(table), condition));
    }

    private static Optional<Expr> condition(TableAction action) {
        if (action instanceof TableAction.Upsert upsert) {
            return Optional.of(upsert.update().condition());
        }
        if (action instanceof TableAction.Update update) {
            return Optional.of(update.condition());
        }
        return action instanceof TableAction.Delete delete ? Optional.of(delete.condition()) : Optional.empty();
    }
}
