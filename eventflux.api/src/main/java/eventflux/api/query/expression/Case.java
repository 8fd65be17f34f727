package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A choice between values.
 *
 * @param operand what the branches are compared with; empty when each has its own condition
 * @param branches the branches, at least one
 * @param otherwise the value when no branch applies; null when empty
 * @param position where it stands
 */
public record Case(
        Optional<Expression> operand,
        List<WhenBranch> branches,
        Optional<Expression> otherwise,
        SourcePosition position)
        implements Expression {

    /** Checks the parts and copies the lists. */
    public Case {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(otherwise, "otherwise");
        Objects.requireNonNull(position, "position");
        branches = List.copyOf(branches);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCase(this);
    }
}
