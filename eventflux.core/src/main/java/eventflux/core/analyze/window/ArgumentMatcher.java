package eventflux.core.analyze.window;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ParameterText;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.ParameterValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches the arguments of one call to the parameters of an extension: in order, where an optional parameter is left off and the
 * next one is tried when an argument does not fit it, or when the arguments left are needed by parameters behind it; or by name as
 * in {@code start = 0}.
 */
final class ArgumentMatcher {

    private final ExtensionDescriptor descriptor;
    private final SingleInput input;
    private final ProblemLog problems;
    private final ArgumentValues values;
    private final ConstantCalculation calculation;
    private final ConditionAnalyzer conditions;
    private final Map<String, List<Object>> given = new LinkedHashMap<>();
    private int next;
    private int left;

    ArgumentMatcher(ExtensionDescriptor descriptor, SingleInput input, ExpressionContext context) {
        this.descriptor = descriptor;
        this.input = input;
        this.problems = context.problems();
        conditions = new ConditionAnalyzer(context, input);
        values = new ArgumentValues(input);
        calculation = new ConstantCalculation(context.dialect());
    }

    /** The arguments; problems have been reported where they do not match. */
    CallArguments match(List<Expression> arguments, SourcePosition call) {
        boolean isMatching = true;
        left = (int)
                arguments.stream().filter(argument -> name(argument).isEmpty()).count();
        for (Expression argument : arguments) {
            isMatching &= name(argument).map(name -> matchNamed(name, argument)).orElseGet(() -> matchNext(argument));
        }
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (ParameterDescriptor parameter : descriptor.parameters()) {
            if (!given.containsKey(parameter.name())) {
                ParameterValues.defaultOf(parameter).ifPresent(value -> defaults.put(parameter.name(), value));
                if (!parameter.optional() && isMatching) {
                    reportMissing(parameter, call);
                }
            }
        }
        return new CallArguments(given, defaults);
    }

    private Optional<Name> name(Expression argument) {
        return argument instanceof Binary binary
                        && binary.operator() == BinaryOperator.EQUAL
                        && binary.left() instanceof ColumnReference reference
                        && reference.qualifier().isEmpty()
                        && !isCondition(reference.column())
                ? Optional.of(reference.column())
                : Optional.empty();
    }

    /** Whether {@code name = value} compares a column, because a condition is expected and no parameter has that name. */
    private boolean isCondition(Name name) {
        return parameter(name).isEmpty() && descriptor.parameters().stream().anyMatch(ArgumentMatcher::takesCondition);
    }

    private static boolean takesCondition(ParameterDescriptor parameter) {
        return parameter.types().contains(ParameterType.CONDITION);
    }

    private Optional<ParameterDescriptor> parameter(Name name) {
        return descriptor.parameters().stream()
                .filter(candidate -> candidate.name().equals(name.text())
                        || candidate.aliases().contains(name.text()))
                .findFirst();
    }

    private boolean matchNamed(Name name, Expression argument) {
        Optional<ParameterDescriptor> parameter = parameter(name);
        if (parameter.isEmpty()) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", owner(), "setting", name),
                    name.position(),
                    name.text(),
                    descriptor.parameters().stream()
                            .map(ParameterDescriptor::name)
                            .toList());
            return false;
        }
        if (given.containsKey(parameter.get().name())) {
            problems.report(AnalysisError.DUPLICATE_SETTING, name.position(), "setting", name);
            return false;
        }
        return take(parameter.get(), calculation.resultOf(((Binary) argument).right()));
    }

    private boolean matchNext(Expression written) {
        Expression argument = calculation.resultOf(written);
        List<ParameterDescriptor> parameters = descriptor.parameters();
        int first = next;
        while (next < parameters.size() && isLeftOff(parameters.get(next), argument)) {
            next++;
        }
        left--;
        if (next < parameters.size()) {
            ParameterDescriptor parameter = parameters.get(next);
            next += parameter.repeated() ? 0 : 1;
            return take(parameter, argument);
        }
        if (first < parameters.size()) {
            refuse(parameters.get(first), argument);
        } else {
            problems.report(
                    AnalysisError.TOO_MANY_ARGUMENTS, argument.position(), "name", owner(), "count", parameters.size());
        }
        return false;
    }

    private boolean isLeftOff(ParameterDescriptor parameter, Expression argument) {
        boolean isNamedBefore = given.containsKey(parameter.name()) && !parameter.repeated();
        return isNamedBefore || parameter.optional() && (!fits(parameter, argument) || left <= neededBehind(parameter));
    }

    private long neededBehind(ParameterDescriptor parameter) {
        List<ParameterDescriptor> parameters = descriptor.parameters();
        return parameters.subList(parameters.indexOf(parameter) + 1, parameters.size()).stream()
                .filter(behind -> !behind.optional() && !given.containsKey(behind.name()))
                .count();
    }

    private boolean fits(ParameterDescriptor parameter, Expression argument) {
        boolean mayBeColumn = parameter.types().contains(ParameterType.COLUMN)
                && values.columnName(argument).isPresent();
        return mayBeColumn || values.read(argument, parameter).isPresent();
    }

    private boolean take(ParameterDescriptor parameter, Expression argument) {
        Optional<Object> value = takesCondition(parameter)
                ? Optional.of(conditions.analyze(argument))
                : values.read(argument, parameter);
        if (value.isEmpty()) {
            refuse(parameter, argument);
            return false;
        }
        given.computeIfAbsent(parameter.name(), key -> new ArrayList<>()).add(value.get());
        return true;
    }

    private void refuse(ParameterDescriptor parameter, Expression argument) {
        if (!input.isKnown()) {
            return; // a column of a stream about which nothing is known
        }
        Optional<String> column = values.columnName(argument);
        if (column.isPresent() && parameter.types().contains(ParameterType.COLUMN)) {
            problems.reportUnknown(
                    Problem.of(
                            AnalysisError.UNKNOWN_COLUMN,
                            "stream",
                            input.columns().label(),
                            "column",
                            column.get()),
                    argument.position(),
                    column.get(),
                    input.columns().schema().names());
        } else {
            problems.report(
                    AnalysisError.WRONG_ARGUMENT,
                    argument.position(),
                    "parameter",
                    parameter.name(),
                    "name",
                    owner(),
                    "types",
                    ParameterText.of(parameter));
        }
    }

    private void reportMissing(ParameterDescriptor parameter, SourcePosition call) {
        problems.report(
                AnalysisError.MISSING_ARGUMENT,
                call,
                "name",
                owner(),
                "parameter",
                parameter.name(),
                "description",
                parameter.description());
    }

    private String owner() {
        return descriptor.kind().label() + " " + descriptor.qualifiedName();
    }
}
