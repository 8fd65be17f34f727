package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.Expression;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calls of all kinds have in common: their arguments are brought to the types of a signature. */
public final class CallArguments {

    private CallArguments() {}

    /** The arguments in the types of the parameters; a null that is taken as OBJECT has no type. */
    public static List<Expr> widened(ExpressionContext context, Call call, List<Expr> arguments, List<DataType> types) {
        List<Expr> widened = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expr argument = Widening.to(arguments.get(i), types.get(i));
            if (Widening.isUntypedNull(arguments.get(i)) && types.get(i) == DataType.OBJECT) {
                context.problems()
                        .report(
                                AnalysisError.NULL_WITHOUT_TYPE,
                                call.arguments().get(i).position());
                argument = Unresolved.EXPR;
            }
            widened.add(argument);
        }
        return widened;
    }

    /**
     * The values of the constants at the end of a call; empty when one is none or null, which has been reported.
     *
     * @param types of all parameters
     * @param arguments of these types
     * @param count how many of the last ones have to be constants
     */
    public static Optional<List<Object>> constants(
            ExpressionContext context, Call call, List<DataType> types, List<Expr> arguments, int count) {
        List<Object> constants = new ArrayList<>();
        for (int i = arguments.size() - count; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Expr.Constant constant && constant.value() != null) {
                constants.add(constant.value());
                continue;
            }
            Expression argument = call.arguments().get(i);
            context.problems()
                    .report(
                            AnalysisError.WRONG_ARGUMENT,
                            argument.position(),
                            "parameter",
                            i + 1,
                            "name",
                            CallAnalyzer.qualifiedName(call.namespace(), call.name()),
                            "types",
                            "a constant of type " + types.get(i));
            return Optional.empty();
        }
        return Optional.of(constants);
    }

    /** Reports that no signature takes the arguments. */
    public static Expr refuse(ExpressionContext context, Call call, List<Expr> arguments, String signatures) {
        String given = call.modifiers().star() ? "*" : Overloads.types(arguments);
        context.problems()
                .report(
                        AnalysisError.WRONG_ARGUMENTS,
                        call.position(),
                        "name",
                        CallAnalyzer.qualifiedName(call.namespace(), call.name()),
                        "given",
                        given,
                        "signatures",
                        signatures);
        return Unresolved.EXPR;
    }
}
