package eventflux.core.analyze.stream;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.CallModifiers;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.spi.ExtensionDescriptor.RowSignatureDescriptor;
import eventflux.core.analyze.expression.CallArguments;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.StreamCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves calls of stream functions. */
public final class StreamCallAnalyzer {

    private final ExpressionContext context;

    /** For expressions of a statement. */
    public StreamCallAnalyzer(ExpressionContext context) {
        this.context = context;
    }

    /** The call, over rows of an input; empty when its arguments are wrong, which has been reported. */
    public Optional<StreamCall> analyze(StreamFunction function, ProvidedExtension extension, SingleInput input) {
        Call call = new Call(
                function.namespace(), function.name(), function.arguments(), CallModifiers.none(), function.position());
        ExpressionAnalyzer analyzer = new ExpressionAnalyzer(context, Scope.of(input));
        List<Expr> arguments = call.arguments().stream().map(analyzer::analyze).toList();
        if (Unresolved.isAny(arguments)) {
            return Optional.empty();
        }
        List<RowSignatureDescriptor> signatures = extension.descriptor().rowSignatures();
        Optional<RowSignatureDescriptor> taken = signatures.stream()
                .filter(signature -> takes(signature, arguments))
                .findFirst();
        if (taken.isEmpty()) {
            String texts = signatures.stream()
                    .map(signature -> signature.text(extension.descriptor().qualifiedName()))
                    .collect(Collectors.joining(", "));
            CallArguments.refuse(context, call, arguments, texts);
            return Optional.empty();
        }
        return resolved(call, extension, taken.get(), arguments);
    }

    private Optional<StreamCall> resolved(
            Call call, ProvidedExtension extension, RowSignatureDescriptor signature, List<Expr> arguments) {
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            DataType type = type(signature, i);
            boolean isAny = type == DataType.OBJECT && !Widening.isUntypedNull(arguments.get(i));
            types.add(isAny ? arguments.get(i).type() : type);
        }
        List<Expr> widened = CallArguments.widened(context, call, arguments, types);
        Optional<List<Object>> constants =
                CallArguments.constants(context, call, types, widened, signature.constants());
        if (Unresolved.isAny(widened) || constants.isEmpty()) {
            return Optional.empty();
        }
        List<Expr> values = widened.subList(0, widened.size() - signature.constants());
        String text = Stream.concat(values.stream(), constants.get().stream())
                .map(Object::toString)
                .collect(Collectors.joining(", ", extension.ref().name() + "(", ")"));
        return Optional.of(
                new StreamCall(extension.ref(), values, constants.get(), signature.adds(), text, call.position()));
    }

    private static boolean takes(RowSignatureDescriptor signature, List<Expr> arguments) {
        int declared = signature.takes().size();
        boolean isCount = signature.variadic() ? arguments.size() >= declared - 1 : arguments.size() == declared;
        if (!isCount) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!Widening.fits(arguments.get(i), type(signature, i))) {
                return false;
            }
        }
        return true;
    }

    private static DataType type(RowSignatureDescriptor signature, int argument) {
        return signature.takes().get(Math.min(argument, signature.takes().size() - 1));
    }

    /** An input behind a call: it has the added columns, too. A name that is there already is reported. */
    public SingleInput behind(SingleInput input, StreamCall call) {
        StreamColumns before = input.columns();
        if (!before.isKnown()) {
            return input;
        }
        List<Column> columns = new ArrayList<>(before.schema().columns());
        for (Column added : call.adds()) {
            if (before.schema().indexOf(added.name()) >= 0) {
                context.problems()
                        .report(
                                AnalysisError.COLUMN_ADDED_TWICE,
                                call.position(),
                                "name",
                                call.extension().name(),
                                "column",
                                added.name());
            } else {
                columns.add(added);
            }
        }
        StreamColumns behind = StreamColumns.of(before.name(), new Schema(columns), before.unresolved());
        return new SingleInput(behind, input.alias(), input.input());
    }
}
