package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.resolved.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses among the overloads of a function the one to which the arguments widen least. A fixed number of parameters is
 * preferred to a variable one, and OBJECT comes last.
 */
final class Overloads {

    private static final int TO_OBJECT = 100;
    private static final int VARIADIC = 10_000;
    private static final int IMPOSSIBLE = Integer.MAX_VALUE;

    private Overloads() {}

    /** The overload for the arguments; empty when none takes them. */
    static Optional<FunctionMethod> choose(List<FunctionMethod> methods, List<Expr> arguments) {
        FunctionMethod best = null;
        int bestCost = IMPOSSIBLE;
        for (FunctionMethod method : methods) {
            int cost = cost(method, arguments);
            if (cost < bestCost) {
                best = method;
                bestCost = cost;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The type that the method takes at a place. */
    static DataType parameter(FunctionMethod method, int index) {
        return method.takes().get(Math.min(index, method.takes().size() - 1));
    }

    /** The types of arguments as people read them. */
    static String types(List<Expr> arguments) {
        return arguments.stream()
                .map(argument -> Unresolved.is(argument)
                        ? "?"
                        : Widening.isUntypedNull(argument)
                                ? "null"
                                : argument.type().name())
                .collect(Collectors.joining(", "));
    }

    private static int cost(FunctionMethod method, List<Expr> arguments) {
        int fixed = method.takes().size() - (method.isVariadic() ? 1 : 0);
        boolean isCount = method.isVariadic() ? arguments.size() >= fixed : arguments.size() == fixed;
        if (!isCount) {
            return IMPOSSIBLE;
        }
        int cost = method.isVariadic() ? VARIADIC : 0;
        for (int i = 0; i < arguments.size(); i++) {
            DataType parameter = parameter(method, i);
            if (!Widening.fits(arguments.get(i), parameter)) {
                return IMPOSSIBLE;
            }
            cost += cost(arguments.get(i), parameter);
        }
        return cost;
    }

    private static int cost(Expr argument, DataType parameter) {
        if (Widening.isUntypedNull(argument) || argument.type() == parameter) {
            return 0;
        }
        return parameter == DataType.OBJECT ? TO_OBJECT : parameter.compareTo(argument.type());
    }
}
