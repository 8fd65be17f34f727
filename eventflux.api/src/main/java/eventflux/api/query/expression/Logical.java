package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * Several conditions joined by one connective; a long chain is one node.
 *
 * @param connective how they are joined
 * @param operands the conditions in their order, at least two
 * @param position where it stands
 */
public record Logical(Connective connective, List<Expression> operands, SourcePosition position) implements Expression {

    /** Checks the parts and copies the lists. */
    public Logical {
        Objects.requireNonNull(connective, "connective");
        Objects.requireNonNull(position, "position");
        operands = List.copyOf(operands);
        if (operands.size() < 2) {
            throw new IllegalArgumentException("a connective joins at least two");
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitLogical(this);
    }

    /** How conditions are joined. */
    public enum Connective {
        /** All of them. */
        AND,
        /** At least one of them. */
        OR
    }
}
