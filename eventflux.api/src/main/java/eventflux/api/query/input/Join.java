package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * One join with what stands left of it.
 *
 * @param kind which rows without a partner come out
 * @param trigger the rows of which side start a search
 * @param right the input on the right
 * @param condition which rows are partners; all when empty
 * @param within which time
 * @param per which granularity of an aggregation
 * @param position where it stands
 */
public record Join(
        JoinKind kind,
        JoinTrigger trigger,
        Input right,
        Optional<JoinCondition> condition,
        Optional<TimeRange> within,
        Optional<Expression> per,
        SourcePosition position)
        implements Node {

    /** Checks the parts. */
    public Join {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(per, "per");
        Objects.requireNonNull(position, "position");
    }
}
