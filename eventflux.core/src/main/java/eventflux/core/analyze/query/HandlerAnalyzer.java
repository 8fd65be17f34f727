package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.stream.Filter;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.StreamHandlerVisitor;
import eventflux.api.query.stream.WindowCall;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.stream.StreamCallAnalyzer;
import eventflux.core.analyze.window.WindowCallAnalyzer;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves filters, stream functions and the window of one input, in the order in which the author wrote them. */
public final class HandlerAnalyzer implements StreamHandlerVisitor<Void> {

    private final ExpressionContext context;
    private final WindowCallAnalyzer windows;
    private final StreamCallAnalyzer functions;
    private final List<Handler> resolved = new ArrayList<>();
    // Behind what has been resolved: functions add columns.
    private SingleInput input;
    private boolean hasWindow;

    public HandlerAnalyzer(ExpressionContext context, SingleInput input) {
        this.context = context;
        this.input = input;
        windows = new WindowCallAnalyzer(context);
        functions = new StreamCallAnalyzer(context);
    }

    /** For an input behind a window that is not its own. */
    HandlerAnalyzer behindWindow() {
        hasWindow = true;
        return this;
    }

    List<Handler> resolved() {
        return resolved;
    }

    /** How the rows behind all of them are called. */
    SingleInput names() {
        return input;
    }

    @Override
    public Void visitFilter(Filter filter) {
        resolved.add(new ResolvedQuery.Filter(
                new ExpressionAnalyzer(context, Scope.of(input)).condition(filter.condition())));
        return null;
    }

    /** {@code #name(…)} is a stream function, or a window that is called by its bare name. */
    @Override
    public Void visitStreamFunction(StreamFunction function) {
        String name = function.namespace().map(space -> space.text() + ":").orElse("") + function.name();
        Optional<ProvidedExtension> found = context.extensions().find(ExtensionKind.STREAM_FUNCTION, name);
        if (found.isPresent()) {
            functions.analyze(function, found.get(), input).ifPresentOrElse(this::addFunction, this::forgetColumns);
        } else if (context.extensions().find(ExtensionKind.WINDOW, name).isPresent()) {
            addWindow(windows.analyze(function, input), function.position());
        } else {
            reportMissing(function, name);
            forgetColumns();
        }
        return null;
    }

    // Which columns there are behind a function that is missing or called wrongly nobody can say.
    private void forgetColumns() {
        StreamColumns before = input.columns();
        StreamColumns behind = new StreamColumns(before.name(), before.schema(), before.unresolved(), false);
        input = new SingleInput(behind, input.alias(), input.input());
    }

    private void addFunction(ResolvedQuery.StreamCall call) {
        resolved.add(call);
        input = functions.behind(input, call);
    }

    private void reportMissing(StreamFunction function, String name) {
        List<String> present = new ArrayList<>(context.extensions().names(ExtensionKind.STREAM_FUNCTION));
        present.addAll(context.extensions().names(ExtensionKind.WINDOW));
        context.problems()
                .reportMissing(
                        new ExtensionRef(ExtensionKind.STREAM_FUNCTION, name),
                        function.name().position(),
                        present);
    }

    @Override
    public Void visitWindowCall(WindowCall call) {
        addWindow(windows.analyze(call, input), call.position());
        return null;
    }

    private void addWindow(Optional<ResolvedQuery.WindowCall> window, SourcePosition position) {
        if (hasWindow) {
            context.problems().report(AnalysisError.SECOND_WINDOW, position);
        }
        hasWindow |= window.isPresent();
        window.ifPresent(resolved::add);
    }
}
