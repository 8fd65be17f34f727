package eventflux.parser.tree;

import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Dialect;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.TokenizedText;
import java.util.Optional;

/** Builds an expression that stands alone. */
public final class ExpressionReading {

    private final TokenizedText text;
    private final ProblemList problems;
    private final Dialect dialect;

    /**
     * A builder for one text.
     *
     * @param text where places are found
     * @param problems where problems go
     * @param dialect by which it is read
     */
    public ExpressionReading(TokenizedText text, ProblemList problems, Dialect dialect) {
        this.text = text;
        this.problems = problems;
        this.dialect = dialect;
    }

    /** The expression, unless it is nested too deeply. */
    public Optional<Expression> build(EventFluxGrammar.LoneExpressionContext context) {
        try {
            Builders builders = new Builders(new Reading(text, problems, dialect));
            return Optional.of(builders.expressions().build(context.expression()));
        } catch (Reading.TooLargeException tooLarge) {
            problems.add(tooLarge.problem());
            return Optional.empty();
        }
    }
}
