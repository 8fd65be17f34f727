package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.StreamName;
import java.util.Objects;

/**
 * Whether a table holds a row: {@code id IN T}, or {@code T.id == id in T} with a condition instead of a value.
 *
 * @param operand the value of the key, or the condition that a row fulfils
 * @param table the table
 * @param negated whether {@code NOT} was written
 * @param position where it stands
 */
public record InTable(Expression operand, StreamName table, boolean negated, SourcePosition position)
        implements Expression {

    /** Checks the parts. */
    public InTable {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitInTable(this);
    }
}
