package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import java.util.Objects;
import java.util.Optional;

/**
 * A table, window or aggregation that is read on demand.
 *
 * @param store its name
 * @param alias how expressions call it
 * @param condition which rows: {@code on …}
 * @param within which time of an aggregation
 * @param per which granularity of an aggregation
 * @param position where it stands
 */
public record StoreInput(
        StreamName store,
        Optional<Name> alias,
        Optional<Expression> condition,
        Optional<TimeRange> within,
        Optional<Expression> per,
        SourcePosition position)
        implements Input {

    /** Checks the parts. */
    public StoreInput {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(per, "per");
        Objects.requireNonNull(position, "position");
    }

    /** Whether it is no more than a name, so that it could be a stream as well. */
    public boolean isPlain() {
        return condition.isEmpty() && within.isEmpty() && per.isEmpty();
    }

    @Override
    public <R> R accept(InputVisitor<R> visitor) {
        return visitor.visitStoreInput(this);
    }
}
