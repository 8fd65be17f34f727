package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.aggregation.Aggregation;
import eventflux.core.operator.aggregation.AggregationLookup;
import eventflux.core.operator.aggregation.AggregationLookup.BucketRow;
import eventflux.core.operator.aggregation.AskedBuckets;
import eventflux.core.operator.aggregation.AskedByRow;
import eventflux.core.operator.aggregation.BucketView;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.TableLookup;
import eventflux.core.plan.AggregationAccess;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the aggregations of an application and makes what looks buckets up in them. */
final class AggregationReaders {

    private final ExpressionCompiler code;
    private final SymbolTable symbols;
    private final TableCompiler tables;
    private final Map<String, Compiled> aggregations = new LinkedHashMap<>();

    AggregationReaders(ExpressionCompiler code, SymbolTable symbols, TableCompiler tables) {
        this.code = code;
        this.symbols = symbols;
        this.tables = tables;
    }

    private record Compiled(AggregationPlan plan, Aggregation aggregation, RowLayout layout) {}

    /** Takes an aggregation that has been made of a plan. */
    void add(AggregationPlan plan, Aggregation aggregation) {
        RowLayout layout = new RowLayout(plan.aggregation().schema(), plan.coded());
        aggregations.put(plan.name(), new Compiled(plan, aggregation, layout));
    }

    /** All aggregations by name. */
    Map<String, Aggregation> all() {
        Map<String, Aggregation> all = new LinkedHashMap<>();
        aggregations.forEach((name, compiled) -> all.put(name, compiled.aggregation()));
        return all;
    }

    /** The layout of an aggregation's rows. */
    RowLayout layout(String name) {
        return aggregations.get(name).layout();
    }

    /**
     * Finds buckets for which a condition is true.
     *
     * @param name of the aggregation
     * @param condition over the row that asks, input 0, and the row of a bucket, input 1
     * @param asked which buckets, over the row that asks
     * @param row the layout of the row that asks
     */
    RowLookup lookup(String name, Expr condition, BucketsAsked asked, RowLayout row) {
        Compiled compiled = aggregations.get(name);
        AggregationAccess access = compiled.plan().access(condition, asked);
        TableLookup groups =
                tables.find(compiled.plan().groups(), compiled.aggregation().keys(), access.groups(), row);
        Bindings both = new Bindings(List.of(row, compiled.layout()), symbols, List.of(), tables);
        BucketView view = compiled.aggregation().view();
        return new AggregationLookup(
                compiled.aggregation(),
                groups,
                asked(compiled, asked, row),
                view.source(),
                bucketRow(code, symbols, compiled.plan(), groupKeys(compiled), view.aggregators()),
                access.rest().map(rest -> code.pairPredicate(rest, both)));
    }

    private AskedBuckets asked(Compiled compiled, BucketsAsked asked, RowLayout row) {
        AskedTexts texts = new AskedTexts(compiled.plan().aggregation());
        if (asked.isConstant()) {
            int period = texts.period((String) constant(asked.per()));
            return new AskedBuckets.Same(
                    period,
                    asked.from().map(from -> (long) constant(from)).orElse(Long.MIN_VALUE),
                    asked.until().map(until -> (long) constant(until)).orElse(Long.MAX_VALUE));
        }
        List<Column> columns = new ArrayList<>();
        for (Expr value : asked.values()) {
            columns.add(new Column("asked" + columns.size(), value.type()));
        }
        RowLayout layout = new RowLayout(new Schema(columns));
        RowProjection values =
                code.projection(asked.values(), layout, new Bindings(List.of(row), symbols, List.of(), tables));
        return new AskedByRow(values, layout, symbols, texts);
    }

    private static Object constant(Expr value) {
        return ((Expr.Constant) value).value();
    }

    private static RowLayout groupKeys(Compiled compiled) {
        return compiled.aggregation().keys().layout();
    }

    /**
     * Makes rows of the buckets of an aggregation.
     *
     * @param keys the layout of the keys of its groups
     * @param aggregators answer for a bucket
     */
    static BucketRow bucketRow(
            ExpressionCompiler code,
            SymbolTable symbols,
            AggregationPlan plan,
            RowLayout keys,
            List<Aggregator> aggregators) {
        RowLayout layout = new RowLayout(plan.aggregation().schema(), plan.coded());
        List<Expr> columns =
                plan.aggregation().columns().stream().map(OutputColumn::value).toList();
        return new BucketRow(
                code.projection(columns, layout, new Bindings(keys, symbols).with(aggregators)),
                new RowBuilder(new RowBatch(layout), symbols),
                new RowView(layout, symbols));
    }
}
