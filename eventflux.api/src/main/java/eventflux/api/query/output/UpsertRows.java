package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import java.util.List;
import java.util.Objects;

/**
 * Changes rows of a table, or inserts the row when there is none.
 *
 * @param target the table
 * @param events which rows of the query do it
 * @param assignments the changes; empty for all columns of the same name
 * @param condition which rows of the table
 * @param position where it stands
 */
public record UpsertRows(
        TableTarget target,
        EventSelection events,
        List<Assignment> assignments,
        Expression condition,
        SourcePosition position)
        implements OutputAction {

    /** Checks the parts and copies the lists. */
    public UpsertRows {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(position, "position");
        assignments = List.copyOf(assignments);
    }

    @Override
    public <R> R accept(OutputActionVisitor<R> visitor) {
        return visitor.visitUpsertRows(this);
    }
}
