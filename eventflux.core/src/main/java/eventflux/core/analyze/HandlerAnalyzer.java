package eventflux.core.analyze;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.stream.Filter;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.StreamHandlerVisitor;
import eventflux.api.query.stream.WindowCall;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.window.WindowCallAnalyzer;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves filters and the window of one input, in the order in which the author wrote them. */
final class HandlerAnalyzer implements StreamHandlerVisitor<Void> {

    private final ExpressionContext context;
    private final Scope scope;
    private final WindowCallAnalyzer windows;
    private final List<Handler> resolved = new ArrayList<>();
    private boolean hasWindow;

    HandlerAnalyzer(ExpressionContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
        windows = new WindowCallAnalyzer(context.extensions(), context.problems());
    }

    List<Handler> resolved() {
        return resolved;
    }

    @Override
    public Void visitFilter(Filter filter) {
        resolved.add(new ResolvedQuery.Filter(new ExpressionAnalyzer(context, scope).condition(filter.condition())));
        return null;
    }

    @Override
    public Void visitStreamFunction(StreamFunction function) {
        addWindow(windows.analyze(function, scope), function.position());
        return null;
    }

    @Override
    public Void visitWindowCall(WindowCall call) {
        addWindow(windows.analyze(call, scope), call.position());
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
