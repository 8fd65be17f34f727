package eventflux.api.query;

import eventflux.api.error.Problem;
import eventflux.api.query.expression.Expression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the text of an expression gave.
 *
 * @param expression the expression; empty when it could not be read
 * @param problems everything that was wrong, in the order of places
 */
public record ParsedExpression(Optional<Expression> expression, List<Problem> problems) {

    /** Checks the parts and copies the lists. */
    public ParsedExpression {
        Objects.requireNonNull(expression, "expression");
        problems = List.copyOf(problems);
    }
}
