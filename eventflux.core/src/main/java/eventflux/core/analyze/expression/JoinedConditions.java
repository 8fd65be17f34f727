package eventflux.core.analyze.expression;

import eventflux.api.error.Problem;
import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.Expression;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.Optional;

/**
 * Finds {@code ||} that was meant as OR, in expressions that are wrong. As it joins texts and binds more tightly than
 * comparisons, {@code a > 1 || b > 2} is a comparison with {@code 1 || b}.
 */
final class JoinedConditions {

    private final ProblemLog problems;

    JoinedConditions(ProblemLog problems) {
        this.problems = problems;
    }

    /** Whether an expression has one, and the problem is reported there. */
    boolean reports(Expression wrong) {
        Optional<Expression> joined = joined(wrong);
        joined.ifPresent(texts -> problems.add(
                Problem.of(AnalysisError.JOINED_CONDITIONS).at(texts.position()).suggesting("OR")));
        return joined.isPresent();
    }

    private static Optional<Expression> joined(Expression expression) {
        if (!(expression instanceof Binary binary)) {
            return Optional.empty();
        }
        if (binary.operator() == BinaryOperator.CONCATENATE) {
            return Optional.of(binary);
        }
        return binary.operator().isComparison()
                ? joined(binary.left()).or(() -> joined(binary.right()))
                : Optional.empty();
    }
}
