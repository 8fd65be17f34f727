package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * By what the rows of two sides find each other: the equalities of a join's condition that compare an expression of one side
 * with one of the other.
 *
 * @param left keys over the rows of the left, input 0
 * @param right keys over the rows of the right, input 0 too, in the same order
 * @param rest what the keys do not settle, over both rows
 * @param ofLeft where there is no key, the range in which rows of the left are looked for, if there is one
 * @param ofRight the same for rows of the right
 */
public record JoinKey(
        List<Expr> left,
        List<Expr> right,
        Optional<Expr> rest,
        Optional<JoinRange> ofLeft,
        Optional<JoinRange> ofRight) {

    /** Copies the lists. */
    public JoinKey {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** The keys of a condition; none where it has no equality of that kind. */
    static JoinKey of(Optional<Expr> condition) {
        List<Expr> left = new ArrayList<>();
        List<Expr> right = new ArrayList<>();
        List<Expr> rest = new ArrayList<>();
        for (Expr part : condition.map(JoinKey::parts).orElse(List.of())) {
            Optional<Pair> pair = pair(part);
            pair.ifPresent(found -> {
                left.add(found.left());
                right.add(found.right());
            });
            if (pair.isEmpty()) {
                rest.add(part);
            }
        }
        return new JoinKey(left, right, all(rest), Optional.empty(), Optional.empty());
    }

    /** The same with ranges where there is no key. */
    JoinKey withRanges() {
        return isEmpty() && rest.isPresent()
                ? new JoinKey(left, right, rest, JoinRange.of(rest.get(), 0), JoinRange.of(rest.get(), 1))
                : this;
    }

    private static Optional<Expr> all(List<Expr> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Truth.Logical(true, parts, true));
    }

    private record Pair(Expr left, Expr right) {}

    private static List<Expr> parts(Expr condition) {
        if (condition instanceof Truth.Logical logical && logical.conjunction()) {
            return logical.operands().stream()
                    .flatMap(operand -> parts(operand).stream())
                    .toList();
        }
        return List.of(condition);
    }

    private static Optional<Pair> pair(Expr part) {
        if (!(part instanceof Truth.Comparison equality) || equality.operator() != ComparisonOperator.EQUAL) {
            return Optional.empty();
        }
        Optional<Expr> left = key(equality.left(), 0).or(() -> key(equality.right(), 0));
        Optional<Expr> right = key(equality.left(), 1).or(() -> key(equality.right(), 1));
        return left.flatMap(one -> right.map(other -> new Pair(one, other)));
    }

    // A column, or one that is widened, as a key over rows of its side alone. Equal floating-point numbers may differ
    // in bits.
    private static Optional<Expr> key(Expr operand, int input) {
        if (operand.type() == DataType.DOUBLE || operand.type() == DataType.FLOAT) {
            return Optional.empty();
        }
        if (operand instanceof Expr.Widen widen) {
            return key(widen.operand(), input).map(key -> new Expr.Widen(key, widen.type()));
        }
        return operand instanceof Expr.ColumnRef column && column.input() == input
                ? Optional.of(new Expr.ColumnRef(0, column.column(), column.type(), column.name()))
                : Optional.empty();
    }

    /** Whether there is no key: all rows have to be tried. */
    public boolean isEmpty() {
        return left.isEmpty();
    }

    private String ranges() {
        if (ofLeft.isEmpty() && ofRight.isEmpty()) {
            return "all rows";
        }
        return "range " + ofLeft.map(JoinRange::toString).orElse("of all rows") + " of the left and "
                + ofRight.map(JoinRange::toString).orElse("of all rows") + " of the right";
    }

    @Override
    public String toString() {
        String keys = IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i) + " = " + right.get(i))
                .collect(Collectors.joining(", "));
        return (isEmpty() ? ranges() : "hash of " + keys)
                + rest.map(condition -> " where " + condition).orElse("");
    }
}
