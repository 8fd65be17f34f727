package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.select.OrderItem;
import eventflux.api.query.select.ValueItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Standard SQL's row pattern matching.
 *
 * @param source what is searched
 * @param partitionBy the keys; empty for one
 * @param orderBy the order; empty for that of arrival
 * @param measures what comes out of a match
 * @param clauses the pattern and how matches are taken
 * @param alias how expressions call it
 * @param position where it stands
 */
public record MatchRecognizeInput(
        Input source,
        List<Expression> partitionBy,
        List<OrderItem> orderBy,
        List<ValueItem> measures,
        MatchClauses clauses,
        Optional<Name> alias,
        SourcePosition position)
        implements Input {

    /** Checks the parts and copies the lists. */
    public MatchRecognizeInput {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(clauses, "clauses");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(position, "position");
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
        measures = List.copyOf(measures);
    }

    @Override
    public <R> R accept(InputVisitor<R> visitor) {
        return visitor.visitMatchRecognizeInput(this);
    }
}
