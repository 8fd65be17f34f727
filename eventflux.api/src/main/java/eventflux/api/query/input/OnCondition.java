package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import java.util.Objects;

/**
 * {@code ON a.id = b.id}.
 *
 * @param condition the condition
 * @param position where it stands
 */
public record OnCondition(Expression condition, SourcePosition position) implements JoinCondition {

    /** Checks the parts. */
    public OnCondition {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(JoinConditionVisitor<R> visitor) {
        return visitor.visitOnCondition(this);
    }
}
