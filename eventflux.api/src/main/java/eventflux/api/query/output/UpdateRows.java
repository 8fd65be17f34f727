package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import java.util.List;
import java.util.Objects;

/**
 * Changes rows of a table.
 *
 * @param target the table
 * @param events which rows of the query do it
 * @param assignments the changes; empty for all columns of the same name
 * @param condition which rows of the table
 * @param position where it stands
 */
public record UpdateRows(
        TableTarget target,
        EventSelection events,
        List<Assignment> assignments,
        Expression condition,
        SourcePosition position)
        implements OutputAction {

    /** Checks the parts and copies the lists. */
    public UpdateRows {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(position, "position");
        assignments = List.copyOf(assignments);
    }

    @Override
    public <R> R accept(OutputActionVisitor<R> visitor) {
        return visitor.visitUpdateRows(this);
    }
}
