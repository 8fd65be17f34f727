package eventflux.core.analyze.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Builds choices between values, which get the narrowest type that all of them widen to. */
final class Choices {

    private final ExpressionContext context;

    Choices(ExpressionContext context) {
        this.context = context;
    }

    /** The value of the first condition that is true, else the last value. */
    Expr choice(List<Expr> conditions, List<Expr> values, SourcePosition position) {
        if (Unresolved.isAny(conditions)) {
            return Unresolved.EXPR;
        }
        return inCommonType(values, position, (widened, type) -> new Expr.Choice(conditions, widened, type));
    }

    /** The first value that is not null. */
    Expr coalesce(List<Expr> values, SourcePosition position) {
        return inCommonType(values, position, Expr.Coalesce::new);
    }

    private Expr inCommonType(
            List<Expr> values, SourcePosition position, BiFunction<List<Expr>, DataType, Expr> builder) {
        if (Unresolved.isAny(values)) {
            return Unresolved.EXPR;
        }
        Optional<DataType> common = Widening.common(values);
        if (common.isPresent()) {
            return builder.apply(Widening.allTo(values, common.get()), common.get());
        }
        if (values.stream().allMatch(Widening::isUntypedNull)) {
            context.problems().report(AnalysisError.NULL_WITHOUT_TYPE, position);
        } else {
            context.problems().report(AnalysisError.NO_COMMON_TYPE, position, "types", types(values));
        }
        return Unresolved.EXPR;
    }

    private static String types(List<Expr> values) {
        return values.stream()
                .filter(value -> !Widening.isUntypedNull(value))
                .map(value -> value.type().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
