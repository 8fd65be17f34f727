package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import java.util.Objects;
import java.util.Optional;

/**
 * An expression with its name.
 *
 * @param value the expression
 * @param alias the name after {@code as}
 * @param position where it stands
 */
public record ValueItem(Expression value, Optional<Name> alias, SourcePosition position) implements SelectItem {

    /** Checks the parts. */
    public ValueItem {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(SelectItemVisitor<R> visitor) {
        return visitor.visitValueItem(this);
    }
}
