package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.partition.InternedKey;
import eventflux.core.operator.partition.KeySwitch;
import eventflux.core.operator.partition.StreamKey;
import eventflux.core.plan.PartitionPlan;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPartition.ByRange;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedPartition.Range;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the keys of one partition. */
final class PartitionKeys {

    private final CompileScope scope;
    private final PartitionPlan plan;
    private final KeySwitch present = new KeySwitch();

    PartitionKeys(CompileScope scope, PartitionPlan plan) {
        this.scope = scope;
        this.plan = plan;
    }

    /** The key by which the index looks. */
    KeySwitch present() {
        return present;
    }

    /** Whether a text of a key of several values is the code that its column has, in the rows of all streams. */
    boolean isCoded(int place) {
        return values().allMatch(key -> key.values().get(place) instanceof Expr.ColumnRef);
    }

    private Stream<ByValue> values() {
        return plan.partition().keys().stream()
                .filter(ByValue.class::isInstance)
                .map(ByValue.class::cast);
    }

    private Stream<ByRange> ranges() {
        return plan.partition().keys().stream()
                .filter(ByRange.class::isInstance)
                .map(ByRange.class::cast);
    }

    /** Whether a key asks for the time. */
    boolean readTime() {
        return values().flatMap(key -> key.values().stream()).anyMatch(ReadsTime::reads)
                || ranges().flatMap(key -> key.ranges().stream()).anyMatch(range -> ReadsTime.reads(range.condition()));
    }

    /** The key of rows of a stream. */
    StreamKey value(ByValue key, RowLayout layout) {
        if (plan.index() == GroupIndex.BYTES) {
            GroupKey bytes = scope.code().groupKey(uncoded(key.values()), scope.bindings(layout));
            RowPredicate isNull = scope.code().predicate(anyNull(key.values()), scope.bindings(layout));
            return (row, context) -> {
                present.use(bytes);
                return !isNull.test(row, context);
            };
        }
        LongKey number = longKey(key.values().get(0), layout);
        return (row, context) -> {
            present.use(number);
            return !number.isNull(row, context);
        };
    }

    private LongKey longKey(Expr key, RowLayout layout) {
        boolean isCoded = key instanceof Expr.ColumnRef column && layout.isCoded(column.column());
        return key.type() == DataType.STRING && !isCoded
                ? new InternedKey(scope.code().groupKey(List.of(key), scope.bindings(layout)), scope.symbols())
                : scope.code().longKey(key, scope.bindings(layout));
    }

    // A text that is a code in the rows of one stream and none in those of another is written as text.
    private List<Expr> uncoded(List<Expr> values) {
        List<Expr> comparable = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            comparable.add(
                    value.type() == DataType.STRING && !isCoded(i)
                            ? new Expr.Coalesce(List.of(value), DataType.STRING)
                            : value);
        }
        return comparable;
    }

    private static Expr anyNull(List<Expr> values) {
        List<Expr> nulls = values.stream().<Expr>map(Truth.IsNull::new).toList();
        return nulls.size() == 1 ? nulls.get(0) : new Truth.Logical(false, nulls, true);
    }

    /** The keys of ranges, in their order. */
    List<StreamKey> ranges(ByRange key, RowLayout layout) {
        return key.ranges().stream().map(range -> range(range, layout)).toList();
    }

    private StreamKey range(Range range, RowLayout layout) {
        RowPredicate condition = scope.code().predicate(range.condition(), scope.bindings(layout));
        LongKey label = new Label(scope.symbols().pin(range.label()));
        return (row, context) -> {
            present.use(label);
            return condition.test(row, context);
        };
    }

    /** The key of a range. */
    private record Label(long code) implements LongKey {

        @Override
        public boolean isNull(RowView row, EvalContext context) {
            return false;
        }

        @Override
        public long key(RowView row, EvalContext context) {
            return code;
        }
    }
}
