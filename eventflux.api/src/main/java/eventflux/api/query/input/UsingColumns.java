package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Objects;

/**
 * {@code USING (id)}: columns of one name that are equal.
 *
 * @param columns the columns, at least one
 * @param position where it stands
 */
public record UsingColumns(List<Name> columns, SourcePosition position) implements JoinCondition {

    /** Checks the parts and copies the lists. */
    public UsingColumns {
        Objects.requireNonNull(position, "position");
        columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(JoinConditionVisitor<R> visitor) {
        return visitor.visitUsingColumns(this);
    }
}
