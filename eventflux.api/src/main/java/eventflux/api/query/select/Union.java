package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * Several selections after one another.
 *
 * @param branches the selections, at least two
 * @param quantifier whether equal rows count once
 * @param ordering order and limit of the whole
 * @param position where it stands
 */
public record Union(
        List<SelectExpression> branches, SetQuantifier quantifier, Ordering ordering, SourcePosition position)
        implements SelectExpression {

    /** Checks the parts and copies the lists. */
    public Union {
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(ordering, "ordering");
        Objects.requireNonNull(position, "position");
        branches = List.copyOf(branches);
    }

    @Override
    public <R> R accept(SelectExpressionVisitor<R> visitor) {
        return visitor.visitUnion(this);
    }
}
