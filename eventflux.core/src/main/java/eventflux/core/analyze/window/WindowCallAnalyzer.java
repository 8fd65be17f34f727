package eventflux.core.analyze.window;

import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.WindowCall;
import eventflux.api.query.stream.WindowCall.Spelling;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.WindowCondition;
import java.util.Map;
import java.util.Optional;

/** Resolves window calls. */
public final class WindowCallAnalyzer {

    private final ExpressionContext context;
    private final CatalogSnapshot extensions;
    private final ProblemLog problems;

    /** For windows among the extensions of a context. */
    public WindowCallAnalyzer(ExpressionContext context) {
        this.context = context;
        this.extensions = context.extensions();
        this.problems = context.problems();
    }

    /** The window; empty when there is none of that name, which has been reported. */
    public Optional<ResolvedQuery.WindowCall> analyze(WindowCall call, SingleInput input) {
        String name = WindowSugar.nameOf(call);
        Optional<ProvidedExtension> window = extensions.find(ExtensionKind.WINDOW, name);
        if (window.isEmpty()) {
            problems.reportMissing(
                    new ExtensionRef(ExtensionKind.WINDOW, name),
                    call.name().position(),
                    extensions.names(ExtensionKind.WINDOW));
        }
        return window.map(found -> resolved(call, found, input));
    }

    private ResolvedQuery.WindowCall resolved(WindowCall call, ProvidedExtension window, SingleInput input) {
        ArgumentMatcher matcher = new ArgumentMatcher(window.descriptor(), input, context);
        CallArguments arguments = matcher.match(call.arguments(), call.position());
        Map<String, WindowCondition> conditions = arguments.conditions();
        boolean namesAll = window.service().getClass().isAnnotationPresent(ReadsNamedColumns.class)
                && conditions.values().stream().noneMatch(WindowCondition.FromRows.class::isInstance);
        return new ResolvedQuery.WindowCall(
                window.ref(),
                arguments,
                conditions,
                namesAll ? Optional.of(arguments.columns()) : Optional.empty(),
                CallText.of(call),
                call.position());
    }

    /** The window that {@code #name(…)} means. */
    public Optional<ResolvedQuery.WindowCall> analyze(StreamFunction function, SingleInput input) {
        return analyze(
                new WindowCall(
                        function.namespace(),
                        function.name(),
                        function.arguments(),
                        Spelling.BARE,
                        function.position()),
                input);
    }
}
