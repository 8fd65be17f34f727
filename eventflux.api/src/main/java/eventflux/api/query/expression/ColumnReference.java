package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import java.util.Objects;
import java.util.Optional;

/**
 * A column, perhaps with what it belongs to: {@code price}, {@code a.price}, {@code e1[last].price}. A name alone may also mean a
 * stream or a pattern element ({@code e2 is null}, {@code count(e1)}); the analyser decides.
 *
 * @param qualifier the stream, alias or pattern element
 * @param index which event of a pattern element; only with a qualifier
 * @param column the column
 * @param position where it stands
 */
public record ColumnReference(
        Optional<StreamName> qualifier, Optional<EventIndex> index, Name column, SourcePosition position)
        implements Expression {

    /** Checks the parts. */
    public ColumnReference {
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitColumnReference(this);
    }
}
