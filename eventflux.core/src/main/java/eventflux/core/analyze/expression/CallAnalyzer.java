package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.CallModifiers;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Resolves calls: a special form, else an aggregator, else a function. A name that is both is the aggregator where one of its
 * signatures takes as many arguments.
 */
final class CallAnalyzer {

    private final ExpressionContext context;
    private final Scope scope;

    CallAnalyzer(ExpressionContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    Expr analyze(Call call) {
        Optional<Expr> navigated = scope.names().navigated(call, context.problems());
        return navigated.orElseGet(() -> called(call));
    }

    private Expr called(Call call) {
        String name = qualifiedName(call.namespace(), call.name());
        List<FunctionMethod> methods = context.extensions().functions(name);
        Optional<ProvidedExtension> aggregator = SpecialForms.has(call)
                ? Optional.empty()
                : context.extensions()
                        .find(ExtensionKind.AGGREGATOR, name)
                        .filter(found -> methods.isEmpty() || takesCount(found, call));
        if (reportModifiers(call, aggregator.isPresent())) {
            return Unresolved.EXPR;
        }
        Optional<Expr> time = timestampOfRow(call);
        if (time.isPresent()) {
            return time.get();
        }
        if (SpecialForms.has(call)) {
            return new SpecialForms(context).build(call, arguments(call));
        }
        Optional<Expr> collected = aggregator.flatMap(found -> scope.names().collected(call, context.problems()));
        if (collected.isPresent()) {
            return collected.get();
        }
        if (aggregator.isPresent()) {
            return new AggregateCalls(context, scope).analyze(call, aggregator.get());
        }
        return methods.isEmpty() ? missing(call, name) : function(call, methods);
    }

    /** The time of a row that the author names: {@code eventTimestamp(last)}. */
    private Optional<Expr> timestampOfRow(Call call) {
        boolean isOfOne = call.namespace().isEmpty()
                && call.name().text().equalsIgnoreCase("eventTimestamp")
                && call.arguments().size() == 1;
        return isOfOne ? scope.names().timeOf(call.arguments().get(0)) : Optional.empty();
    }

    /** A call by name of a function that an operator stands for. */
    Expr call(Name name, List<Expression> arguments) {
        return analyze(new Call(Optional.empty(), name, arguments, CallModifiers.none(), name.position()));
    }

    /** The name as queries write it. */
    public static String qualifiedName(Optional<Name> namespace, Name name) {
        return namespace.map(space -> space.text() + ":").orElse("") + name.text();
    }

    /** What only aggregators take, and what nothing takes yet. */
    private boolean reportModifiers(Call call, boolean isAggregate) {
        CallModifiers modifiers = call.modifiers();
        List<String> unsupported = new ArrayList<>();
        if (modifiers.distinct() && !isAggregate) {
            unsupported.add("DISTINCT in a call of a function");
        }
        if (modifiers.filter().isPresent() && !isAggregate) {
            unsupported.add("FILTER (WHERE …) behind a function");
        }
        if (modifiers.over().isPresent() && !isAggregate) {
            unsupported.add("OVER (…) behind a function");
        }
        unsupported.forEach(construct -> context.problems().reportUnsupported(construct, call.position()));
        return !unsupported.isEmpty();
    }

    private List<Expr> arguments(Call call) {
        ExpressionAnalyzer analyzer = new ExpressionAnalyzer(context, scope);
        return call.arguments().stream().map(analyzer::analyze).toList();
    }

    private static boolean takesCount(ProvidedExtension aggregator, Call call) {
        return aggregator.descriptor().signatures().stream()
                .anyMatch(signature ->
                        signature.takes().size() == call.arguments().size());
    }

    private Expr function(Call call, List<FunctionMethod> methods) {
        List<Expr> arguments = arguments(call);
        if (Unresolved.isAny(arguments)) {
            return Unresolved.EXPR;
        }
        Optional<FunctionMethod> chosen = Overloads.choose(methods, arguments);
        if (chosen.isEmpty() || call.modifiers().star()) {
            return CallArguments.refuse(
                    context,
                    call,
                    arguments,
                    methods.stream().map(FunctionMethod::toString).collect(Collectors.joining(", ")));
        }
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            types.add(Overloads.parameter(chosen.get(), i));
        }
        List<Expr> widened = CallArguments.widened(context, call, arguments, types);
        if (Unresolved.isAny(widened) || reportRefusals(call, chosen.get(), widened)) {
            return Unresolved.EXPR;
        }
        return new Expr.Call(chosen.get().binding(), widened, chosen.get().returns());
    }

    /** Constants of which the function makes something else, such as a pattern, are tried now: otherwise each row would fail on them. */
    private boolean reportRefusals(Call call, FunctionMethod method, List<Expr> arguments) {
        boolean isRefused = false;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Expr.Constant constant && constant.value() instanceof String text) {
                Optional<String> reason = method.refusal(i, text);
                if (reason.isPresent()) {
                    context.problems()
                            .report(
                                    AnalysisError.REFUSED_ARGUMENT,
                                    call.arguments().get(i).position(),
                                    "name",
                                    method.binding().name(),
                                    "text",
                                    text,
                                    "reason",
                                    reason.get());
                    isRefused = true;
                }
            }
        }
        return isRefused;
    }

    private Expr missing(Call call, String name) {
        ExtensionRef function = new ExtensionRef(ExtensionKind.FUNCTION, name);
        Optional<String> instead = ForeignFunctions.instead(name);
        if (instead.isPresent()) {
            context.problems().reportMissing(function, call.name().position(), instead.get());
            return Unresolved.EXPR;
        }
        List<String> present = new ArrayList<>(context.extensions().names(ExtensionKind.FUNCTION));
        present.addAll(context.extensions().names(ExtensionKind.AGGREGATOR));
        present.addAll(SpecialForms.NAMES);
        context.problems().reportMissing(function, call.name().position(), present);
        arguments(call);
        return Unresolved.EXPR;
    }
}
