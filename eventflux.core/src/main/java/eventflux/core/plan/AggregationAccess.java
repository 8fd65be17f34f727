package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How buckets are found for which a condition is true: what it says about keys finds groups, so that only the rest is tested on
 * buckets. Input 0 of the condition is the row that asks, input 1 the row of the bucket.
 *
 * @param groups how groups are found; input 1 of its expressions is the row of a group's keys
 * @param asked which of their buckets
 * @param rest what is tested on these
 */
public record AggregationAccess(TableAccess groups, BucketsAsked asked, Optional<Expr> rest) implements RowAccess {

    /**
     * The way for a condition.
     *
     * @param aggregation which
     * @param groups the table of the keys of its groups
     */
    public static AggregationAccess of(
            ResolvedAggregation aggregation, TablePlan groups, Expr condition, BucketsAsked asked) {
        List<Expr> onKeys = new ArrayList<>();
        List<Expr> onBuckets = new ArrayList<>();
        for (Expr part : parts(condition)) {
            Optional<Expr> ofKey = ofKey(aggregation, part);
            ofKey.ifPresent(onKeys::add);
            if (ofKey.isEmpty()) {
                onBuckets.add(part);
            }
        }
        Expr onGroup = all(onKeys).orElse(new Expr.Constant(DataType.BOOL, true));
        return new AggregationAccess(TableAccess.of(groups, onGroup), asked, all(onBuckets));
    }

    private static List<Expr> parts(Expr condition) {
        if (condition instanceof Truth.Logical logical && logical.conjunction()) {
            return logical.operands().stream()
                    .flatMap(operand -> parts(operand).stream())
                    .toList();
        }
        return List.of(condition);
    }

    private static Optional<Expr> all(List<Expr> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Truth.Logical(true, parts, true));
    }

    // A comparison of a key with what the asking row gives, said of the row of keys.
    private static Optional<Expr> ofKey(ResolvedAggregation aggregation, Expr part) {
        if (!(part instanceof Truth.Comparison comparison)) {
            return Optional.empty();
        }
        Optional<Expr> left = side(aggregation, comparison.left());
        Optional<Expr> right = side(aggregation, comparison.right());
        return left.flatMap(one ->
                right.map(other -> new Truth.Comparison(comparison.operator(), one, other, comparison.nullIsFalse())));
    }

    private static Optional<Expr> side(ResolvedAggregation aggregation, Expr side) {
        if (!readsBucket(side)) {
            return Optional.of(side);
        }
        if (side instanceof Expr.Widen widen) {
            return side(aggregation, widen.operand()).map(operand -> new Expr.Widen(operand, widen.type()));
        }
        return side instanceof Expr.ColumnRef column
                ? aggregation
                        .key(column.column())
                        .map(key -> new Expr.ColumnRef(Truth.InTable.TABLE_ROW, key, column.type(), column.name()))
                : Optional.empty();
    }

    private static boolean readsBucket(Expr expr) {
        return expr instanceof Expr.ColumnRef column && column.input() == Truth.InTable.TABLE_ROW
                || expr.children().stream().anyMatch(AggregationAccess::readsBucket);
    }

    @Override
    public String toString() {
        return groups + ", " + asked + rest.map(test -> " where " + test).orElse("");
    }
}
