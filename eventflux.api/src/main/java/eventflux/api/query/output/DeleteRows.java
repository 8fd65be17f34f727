package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import java.util.Objects;

/**
 * Takes rows out of a table.
 *
 * @param target the table
 * @param events which rows of the query do it
 * @param condition which rows of the table
 * @param position where it stands
 */
public record DeleteRows(TableTarget target, EventSelection events, Expression condition, SourcePosition position)
        implements OutputAction {

    /** Checks the parts. */
    public DeleteRows {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(OutputActionVisitor<R> visitor) {
        return visitor.visitDeleteRows(this);
    }
}
