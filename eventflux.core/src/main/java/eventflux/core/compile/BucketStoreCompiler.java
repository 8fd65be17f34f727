package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.compile.store.StoreCompiler;
import eventflux.core.operator.aggregation.StoreFailures;
import eventflux.core.operator.aggregation.StoredBuckets;
import eventflux.core.operator.aggregation.StoredBuckets.Layouts;
import eventflux.core.operator.aggregation.StoredBuckets.Outside;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.plan.TablePlan;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.TableAction.Change;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import java.util.List;
import java.util.stream.IntStream;

/** Makes what reaches the store of an aggregation: it is a table like any other, which the aggregation alone looks at. */
final class BucketStoreCompiler {

    private static final int ASKED_PERIOD = 0;
    private static final int ASKED_FROM = 1;
    private static final int ASKED_UNTIL = 2;
    private static final Schema ASKED = Schema.of(
            new Column("period", DataType.STRING),
            new Column("from", DataType.LONG),
            new Column("until", DataType.LONG));
    private static final int ROW = 0;

    private final TablePlan plan;
    private final StoreCompiler store;
    private final StoreFailures failures;
    private final RowLayout asked = new RowLayout(ASKED);

    /** For the table that a plan gives an aggregation. */
    BucketStoreCompiler(CompileScope scope, TablePlan plan, StoreLink link) {
        this.plan = plan;
        this.failures = new StoreFailures(plan.name(), scope.failures());
        TableParts parts = new TableParts(scope.code(), scope.symbols(), scope.context(), failures, scope.tables());
        this.store = new StoreCompiler(parts, plan, link);
    }

    /** How rows lie on their way to the store and back. */
    Layouts layouts() {
        return new Layouts(asked, store.layout());
    }

    /** What reaches the store. */
    Outside outside() {
        int state = plan.schema().size() - 1;
        Expr found = all(
                same(StoredBuckets.PERIOD, asked, ASKED_PERIOD),
                compared(StoredBuckets.START, ComparisonOperator.GREATER_OR_EQUAL, ASKED_FROM),
                compared(StoredBuckets.START, ComparisonOperator.LESS, ASKED_UNTIL));
        Expr old = all(
                same(StoredBuckets.PERIOD, asked, ASKED_PERIOD),
                compared(StoredBuckets.START, ComparisonOperator.LESS, ASKED_UNTIL));
        return new Outside(
                store.lookup(found, asked, List.of(StoredBuckets.START, state)),
                store.action(upsert(), plan.name(), store.layout()),
                store.action(new TableAction.Delete(plan.name(), old), plan.name(), asked),
                failures);
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
