package eventflux.core.resolved;

import eventflux.api.event.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which buckets of an aggregation a reader asks for, with expressions over the row that asks: input 0.
 *
 * @param per the period: a STRING
 * @param from the beginning, LONG or STRING; a STRING alone is a range with wildcards; empty when all times are asked for
 * @param until the end, LONG or STRING
 */
public record BucketsAsked(Expr per, Optional<Expr> from, Optional<Expr> until) {

    /** Refuses an end without a beginning. */
    public BucketsAsked {
        Objects.requireNonNull(per, "per");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isEmpty() && until.isPresent()) {
            throw new IllegalArgumentException("until=" + until + " without a beginning");
        }
    }

    /** The expressions: the period, then the beginning and the end where they are given. */
    public List<Expr> values() {
        List<Expr> values = new ArrayList<>(List.of(per));
        from.ifPresent(values::add);
        until.ifPresent(values::add);
        return values;
    }

    /** Whether all rows ask for the same. */
    public boolean isConstant() {
        return values().stream().allMatch(Expr.Constant.class::isInstance);
    }

    @Override
    public String toString() {
        return "per " + per
                + from.map(begin -> " within " + begin).orElse("")
                + until.map(end -> ", " + end).orElse("");
    }

    /** A period as analysis settles it. */
    public static Expr period(String name) {
        return new Expr.Constant(DataType.STRING, name);
    }

    /** A time as analysis settles it. */
    public static Expr moment(long millis) {
        return new Expr.Constant(DataType.LONG, millis);
    }
}
