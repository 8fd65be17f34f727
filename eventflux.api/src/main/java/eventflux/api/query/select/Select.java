package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import java.util.Objects;
import java.util.Optional;

/**
 * One selection. Without a select clause in the text its items are {@code *}.
 *
 * @param clause what comes out
 * @param from what is read; empty when the text says nothing
 * @param where which rows
 * @param grouping how rows are grouped
 * @param ordering in which order and how many
 * @param position where it stands
 */
public record Select(
        SelectClause clause,
        Optional<Input> from,
        Optional<Expression> where,
        Grouping grouping,
        Ordering ordering,
        SourcePosition position)
        implements SelectExpression {

    /** Checks the parts. */
    public Select {
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(grouping, "grouping");
        Objects.requireNonNull(ordering, "ordering");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(SelectExpressionVisitor<R> visitor) {
        return visitor.visitSelect(this);
    }
}
