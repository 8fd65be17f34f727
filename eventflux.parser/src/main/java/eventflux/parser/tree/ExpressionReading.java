package eventflux.parser.tree;

import eventflux.api.query.expression.Expression;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.TokenizedText;
import java.util.Optional;

/** Builds an expression that stands alone. */
public final class ExpressionReading {

    private final TokenizedText text;
    private final ProblemList problems;

    /**
     * A builder for one text.
     *
     * @param text where places are found
     * @param problems where problems go
     */
    public ExpressionReading(TokenizedText text, ProblemList problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The expression, unless it is nested too deeply. */
    public Optional<Expression> build(EventFluxGrammar.LoneExpressionContext context) {
        try {
            Builders builders = new Builders(new Reading(text, problems));
            return Optional.of(builders.expressions().build(context.expression()));
        } catch (Reading.TooDeepException tooDeep) {
            problems.add(tooDeep.problem());
            return Optional.empty();
        }
    }
}
