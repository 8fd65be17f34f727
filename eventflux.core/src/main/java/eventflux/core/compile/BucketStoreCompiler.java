package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.compile.store.StoreCompiler;
import eventflux.core.operator.aggregation.BucketQuestion;
import eventflux.core.operator.aggregation.CalendarPeriod;
import eventflux.core.operator.aggregation.StoreFailures;
import eventflux.core.operator.aggregation.StoredBuckets;
import eventflux.core.operator.aggregation.StoredBuckets.Outside;
import eventflux.core.operator.aggregation.StoredBuckets.Stored;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.plan.TablePlan;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation.BucketStore;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.TableAction.Change;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes what reaches the store of an aggregation: it is a table like any other, which the aggregation alone looks at. */
final class BucketStoreCompiler {

    private static final Schema ASKED = Schema.of(
            new Column("period", DataType.STRING),
            new Column("from", DataType.LONG),
            new Column("until", DataType.LONG),
            new Column("shard", DataType.STRING));
    private static final int ROW = 0;

    private final TablePlan plan;
    private final StoreCompiler store;
    private final BucketStore buckets;
    private final StoreFailures failures;
    private final RowLayout asked = new RowLayout(ASKED);

    /** For the table that a plan gives an aggregation. */
    BucketStoreCompiler(CompileScope scope, AggregationPlan aggregation, StoreLink link) {
        this.plan = aggregation.stored().orElseThrow();
        this.buckets = aggregation.aggregation().store().orElseThrow();
        this.failures = new StoreFailures(plan.name(), scope.failures());
        TableParts parts = new TableParts(scope.code(), scope.symbols(), scope.context(), failures, scope.tables());
        this.store = new StoreCompiler(parts, plan, link);
    }

    /** How buckets lie in the store. */
    Stored stored() {
        return new Stored(store.layout(), buckets.shard().isPresent());
    }

    /** Asks for buckets. */
    BucketQuestion question(List<CalendarPeriod> periods) {
        return new BucketQuestion(asked, periods, buckets.shard().orElse(""));
    }

    /** What reaches the buckets of this node. */
    Outside outside(List<CalendarPeriod> periods) {
        Expr old = all(
                same(StoredBuckets.PERIOD, asked, BucketQuestion.PERIOD),
                compared(StoredBuckets.START, ComparisonOperator.LESS, BucketQuestion.UNTIL));
        return new Outside(
                pages(ComparisonOperator.EQUAL),
                store.action(upsert(), plan.name(), store.layout()),
                store.action(new TableAction.Delete(plan.name(), old), plan.name(), asked),
                failures,
                question(periods));
    }

    /** Finds what others have written: all there is, if this node writes nothing. */
    RowLookup others() {
        return pages(ComparisonOperator.NOT_EQUAL);
    }

    private RowLookup pages(ComparisonOperator shard) {
        List<Expr> found = new ArrayList<>(List.of(
                same(StoredBuckets.PERIOD, asked, BucketQuestion.PERIOD),
                compared(StoredBuckets.START, ComparisonOperator.GREATER_OR_EQUAL, BucketQuestion.FROM),
                compared(StoredBuckets.START, ComparisonOperator.LESS, BucketQuestion.UNTIL)));
        if (buckets.shard().isPresent() && !buckets.isReadOnly()) {
            found.add(compared(StoredBuckets.SHARD, shard, BucketQuestion.SHARD));
        }
        int state = plan.schema().size() - 1;
        return store.lookup(all(found.toArray(Expr[]::new)), asked, List.of(StoredBuckets.START, state));
    }

    private TableAction upsert() {
        RowLayout row = store.layout();
        Expr sameBucket = all(plan.primaryKey().stream()
                .map(column -> same(column, row, column))
                .toArray(Expr[]::new));
        List<Change> changes = IntStream.range(0, row.columns())
                .filter(column -> !plan.primaryKey().contains(column))
                .mapToObj(column -> new Change(column, given(row, column)))
                .toList();
        List<Expr> whole = IntStream.range(0, row.columns())
                .mapToObj(column -> given(row, column))
                .toList();
        return new TableAction.Upsert(new TableAction.Update(plan.name(), sameBucket, changes), whole);
    }

    private Expr same(int column, RowLayout row, int of) {
        return new Truth.Comparison(ComparisonOperator.EQUAL, ofTable(column), given(row, of), false);
    }

    private Expr compared(int column, ComparisonOperator operator, int of) {
        return new Truth.Comparison(operator, ofTable(column), given(asked, of), false);
    }

    private Expr ofTable(int column) {
        return reference(Truth.InTable.TABLE_ROW, plan.schema(), column);
    }

    private static Expr given(RowLayout row, int column) {
        return reference(ROW, row.schema(), column);
    }

    private static Expr reference(int input, Schema schema, int column) {
        Column of = schema.column(column);
        return new Expr.ColumnRef(input, column, of.type(), of.name());
    }

    private static Expr all(Expr... parts) {
        return new Truth.Logical(true, List.of(parts), false);
    }
}
