package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * One branch of a {@link Case}.
 *
 * @param when the condition, or the value that the operand equals
 * @param then the value
 * @param position where it stands
 */
public record WhenBranch(Expression when, Expression then, SourcePosition position) implements Node {

    /** Checks the parts. */
    public WhenBranch {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        Objects.requireNonNull(position, "position");
    }
}
