package eventflux.api.query.select;

import eventflux.api.query.expression.Expression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The group-by and having clauses.
 *
 * @param keys the keys; empty for one group
 * @param having which rows of the result
 */
public record Grouping(List<Expression> keys, Optional<Expression> having) {

    /** Checks the parts and copies the lists. */
    public Grouping {
        Objects.requireNonNull(having, "having");
        keys = List.copyOf(keys);
    }

    /** No groups and no condition. */
    public static Grouping none() {
        return new Grouping(List.of(), Optional.empty());
    }
}
