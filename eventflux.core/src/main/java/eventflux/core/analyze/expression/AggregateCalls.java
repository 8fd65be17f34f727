package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.Over;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.CallSite;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Resolves calls of aggregators. {@code FILTER (WHERE c)} makes the argument null where {@code c} is not true, and the aggregator
 * is told of values alone, as it is in the SQL dialect always.
 */
final class AggregateCalls {

    private final ExpressionContext context;
    private final Scope scope;

    AggregateCalls(ExpressionContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    Expr analyze(Call call, ProvidedExtension aggregator) {
        if (scope.aggregates().isEmpty()) {
            context.problems().report(scope.aggregateRefusal(), call.position(), "name", call.name());
            return Unresolved.EXPR;
        }
        ExpressionAnalyzer analyzer = new ExpressionAnalyzer(context, scope.insideAggregate());
        if (call.modifiers().over().isPresent()
                && !takesFrame(call.modifiers().over().get(), analyzer)) {
            return Unresolved.EXPR;
        }
        List<Expr> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(analyzer.analyze(argument)));
        Optional<Expr> filter = call.modifiers().filter().map(analyzer::condition);
        if (Unresolved.isAny(arguments) || filter.filter(Unresolved::is).isPresent()) {
            return Unresolved.EXPR;
        }
        if (filter.isPresent() && arguments.isEmpty()) {
            arguments.add(new Expr.Constant(DataType.BOOL, true));
        }
        List<SignatureDescriptor> signatures = aggregator.descriptor().signatures();
        Optional<SignatureDescriptor> taken = signatures.stream()
                .filter(signature -> takes(signature, arguments))
                .findFirst();
        if (taken.isEmpty()) {
            return refuse(call, arguments, signatures);
        }
        return resolve(call, aggregator.ref(), taken.get(), arguments, filter);
    }

    private boolean takesFrame(Over over, ExpressionAnalyzer analyzer) {
        Aggregates aggregates = scope.aggregates().orElseThrow();
        if (!aggregates.mayHaveFrames()) {
            context.problems().reportUnsupported("OVER (…) here", over.position());
            return false;
        }
        List<Expr> keys = over.partitionBy().stream().map(analyzer::analyze).toList();
        List<Expr> order = over.orderBy().stream().map(analyzer::analyze).toList();
        aggregates.add(new Aggregates.Frame(over, keys, order));
        return !Unresolved.isAny(keys) && !Unresolved.isAny(order);
    }

    private Expr resolve(
            Call call,
            ExtensionRef extension,
            SignatureDescriptor signature,
            List<Expr> arguments,
            Optional<Expr> filter) {
        int values = arguments.size() - signature.constants();
        if (values > 1 && call.modifiers().distinct()) {
            context.problems().reportUnsupported("DISTINCT of several arguments", call.position());
            return Unresolved.EXPR;
        }
        boolean isOfObjects = values == 1 && signature.takes().get(0) == DataType.OBJECT;
        if (isOfObjects && call.modifiers().distinct()) {
            context.problems().reportUnsupported("DISTINCT of OBJECT values", call.position());
            return Unresolved.EXPR;
        }
        List<Expr> widened = CallArguments.widened(context, call, arguments, signature.takes());
        Optional<List<Object>> constants =
                CallArguments.constants(context, call, signature.takes(), widened, signature.constants());
        if (Unresolved.isAny(widened) || constants.isEmpty()) {
            return Unresolved.EXPR;
        }
        List<Expr> told = new ArrayList<>(widened.subList(0, values));
        // Where one of several arguments is null, the row does not count.
        filter.ifPresent(condition -> told.set(0, where(condition, told.get(0))));
        return scope.aggregates()
                .orElseThrow()
                .use(new AggregateCall(
                        extension,
                        told,
                        signature.takes(),
                        signature.returns(),
                        constants.get(),
                        told(call, filter),
                        new CallSite(Optional.of(call.position()))));
    }

    private Told told(Call call, Optional<Expr> filter) {
        if (call.modifiers().distinct() && !call.arguments().isEmpty()) {
            return Told.DISTINCT;
        }
        return context.isClassic() && filter.isEmpty() ? Told.ALL : Told.PRESENT;
    }

    private static Expr where(Expr condition, Expr value) {
        Expr nothing = new Expr.Constant(value.type(), null);
        return new Expr.Choice(List.of(condition), List.of(value, nothing), value.type());
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

    private Expr refuse(Call call, List<Expr> arguments, List<SignatureDescriptor> signatures) {
        String name = CallAnalyzer.qualifiedName(call.namespace(), call.name());
        String taken = signatures.stream()
                .map(signature ->
                        signature.takes().stream().map(Enum::name).collect(Collectors.joining(", ", name + "(", ")")))
                .collect(Collectors.joining(", "));
        return CallArguments.refuse(context, call, arguments, taken);
    }
}
