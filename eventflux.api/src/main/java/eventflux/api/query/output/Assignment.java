package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * {@code SET column = value}.
 *
 * @param column the column of the table
 * @param value its new value
 * @param position where it stands
 */
public record Assignment(ColumnReference column, Expression value, SourcePosition position) implements Node {

    /** Checks the parts. */
    public Assignment {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(position, "position");
    }
}
