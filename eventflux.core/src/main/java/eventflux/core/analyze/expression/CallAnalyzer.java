package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.CallModifiers;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
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
        if (reportModifiers(call)) {
            return Unresolved.EXPR;
        }
        if (SpecialForms.has(call)) {
            return new SpecialForms(context).build(call, arguments(call, scope));
        }
        String name = qualifiedName(call.namespace(), call.name());
        List<FunctionMethod> methods = context.extensions().functions(name);
        Optional<ProvidedExtension> aggregator = context.extensions()
                .find(ExtensionKind.AGGREGATOR, name)
                .filter(found -> methods.isEmpty() || takesCount(found, call));
        if (aggregator.isPresent()) {
            return aggregate(call, aggregator.get());
        }
        return methods.isEmpty() ? missing(call, name) : function(call, methods);
    }

    /** A call by name of a function that an operator stands for. */
    Expr call(Name name, List<Expression> arguments) {
        return analyze(new Call(Optional.empty(), name, arguments, CallModifiers.none(), name.position()));
    }

    /** The name as queries write it. */
    public static String qualifiedName(Optional<Name> namespace, Name name) {
        return namespace.map(space -> space.text() + ":").orElse("") + name.text();
    }

    private boolean reportModifiers(Call call) {
        CallModifiers modifiers = call.modifiers();
        List<String> unsupported = new ArrayList<>();
        if (modifiers.distinct()) {
            unsupported.add("DISTINCT in a call");
        }
        if (modifiers.filter().isPresent()) {
            unsupported.add("FILTER (WHERE …)");
        }
        if (modifiers.over().isPresent()) {
            unsupported.add("OVER (…)");
        }
        unsupported.forEach(construct -> context.problems().reportUnsupported(construct, call.position()));
        return !unsupported.isEmpty();
    }

    private List<Expr> arguments(Call call, Scope visible) {
        ExpressionAnalyzer analyzer = new ExpressionAnalyzer(context, visible);
        return call.arguments().stream().map(analyzer::analyze).toList();
    }

    private static boolean takesCount(ProvidedExtension aggregator, Call call) {
        return aggregator.descriptor().signatures().stream()
                .anyMatch(signature ->
                        signature.takes().size() == call.arguments().size());
    }

    private Expr aggregate(Call call, ProvidedExtension aggregator) {
        if (scope.aggregates().isEmpty()) {
            context.problems().report(scope.aggregateRefusal(), call.position(), "name", call.name());
            return Unresolved.EXPR;
        }
        List<Expr> arguments = arguments(call, scope.insideAggregate());
        if (Unresolved.isAny(arguments)) {
            return Unresolved.EXPR;
        }
        List<SignatureDescriptor> signatures = aggregator.descriptor().signatures();
        Optional<SignatureDescriptor> taken = signatures.stream()
                .filter(signature -> takes(signature, arguments))
                .findFirst();
        if (taken.isEmpty()) {
            return refuse(call, arguments, signatures(call, signatures));
        }
        return aggregate(call, aggregator.ref(), taken.get(), arguments);
    }

    private Expr aggregate(Call call, ExtensionRef extension, SignatureDescriptor signature, List<Expr> arguments) {
        DataType returns = signature.returns();
        if (arguments.size() > 1) {
            context.problems().reportUnsupported("an aggregate of several arguments", call.position());
            return Unresolved.EXPR;
        }
        if (returns == DataType.STRING || returns == DataType.OBJECT) {
            context.problems().reportUnsupported("an aggregate that gives " + returns, call.position());
            return Unresolved.EXPR;
        }
        List<Expr> widened = widened(call, arguments, signature.takes());
        return Unresolved.isAny(widened)
                ? Unresolved.EXPR
                : scope.aggregates()
                        .orElseThrow()
                        .use(new AggregateCall(extension, widened, signature.takes(), returns));
    }

    /** The arguments in the types of the parameters; a null that is taken as OBJECT has no type. */
    private List<Expr> widened(Call call, List<Expr> arguments, List<DataType> types) {
        List<Expr> widened = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expr argument = Widening.to(arguments.get(i), types.get(i));
            if (Widening.isUntypedNull(argument)) {
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

    private static boolean takes(SignatureDescriptor signature, List<Expr> arguments) {
        if (signature.takes().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!Widening.fits(arguments.get(i), signature.takes().get(i))) {
                return false;
            }
        }
        return true;
    }

    private Expr function(Call call, List<FunctionMethod> methods) {
        List<Expr> arguments = arguments(call, scope);
        if (Unresolved.isAny(arguments)) {
            return Unresolved.EXPR;
        }
        Optional<FunctionMethod> chosen = Overloads.choose(methods, arguments);
        if (chosen.isEmpty() || call.modifiers().star()) {
            return refuse(
                    call,
                    arguments,
                    methods.stream().map(FunctionMethod::toString).collect(Collectors.joining(", ")));
        }
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            types.add(Overloads.parameter(chosen.get(), i));
        }
        List<Expr> widened = widened(call, arguments, types);
        if (Unresolved.isAny(widened)) {
            return Unresolved.EXPR;
        }
        return new Expr.Call(chosen.get().binding(), widened, chosen.get().returns());
    }

    private Expr missing(Call call, String name) {
        List<String> present = new ArrayList<>(context.extensions().names(ExtensionKind.FUNCTION));
        present.addAll(context.extensions().names(ExtensionKind.AGGREGATOR));
        present.addAll(SpecialForms.NAMES);
        context.problems()
                .reportMissing(
                        new ExtensionRef(ExtensionKind.FUNCTION, name),
                        call.name().position(),
                        present);
        arguments(call, scope);
        return Unresolved.EXPR;
    }

    private Expr refuse(Call call, List<Expr> arguments, String signatures) {
        String given = call.modifiers().star() ? "*" : Overloads.types(arguments);
        context.problems()
                .report(
                        AnalysisError.WRONG_ARGUMENTS,
                        call.position(),
                        "name",
                        call.name(),
                        "given",
                        given,
                        "signatures",
                        signatures);
        return Unresolved.EXPR;
    }

    private static String signatures(Call call, List<SignatureDescriptor> signatures) {
        return signatures.stream()
                .map(signature -> signature.takes().stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", call.name() + "(", ")")))
                .collect(Collectors.joining(", "));
    }
}
