package eventflux.core.analyze.window;

import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.WindowCall;
import eventflux.api.query.stream.WindowCall.Spelling;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resolves window calls. */
public final class WindowCallAnalyzer {

    /** Functions over rows that the language has always had. */
    private static final Set<String> STREAM_FUNCTIONS = Set.of("log", "pol2cart");

    private final CatalogSnapshot extensions;
    private final ProblemLog problems;

    /** For windows among the given extensions. */
    public WindowCallAnalyzer(CatalogSnapshot extensions, ProblemLog problems) {
        this.extensions = extensions;
        this.problems = problems;
    }

    /** The window; empty when there is none of that name, which has been reported. */
    public Optional<ResolvedQuery.WindowCall> analyze(WindowCall call, Scope scope) {
        String name = WindowSugar.nameOf(call);
        Optional<ProvidedExtension> window = extensions.find(ExtensionKind.WINDOW, name);
        if (window.isEmpty()) {
            problems.reportMissing(
                    new ExtensionRef(ExtensionKind.WINDOW, name),
                    call.name().position(),
                    extensions.names(ExtensionKind.WINDOW));
        }
        return window.map(found -> new ResolvedQuery.WindowCall(
                found.ref(),
                new ArgumentMatcher(found.descriptor(), scope, problems).match(call.arguments(), call.position()),
                CallText.of(call),
                call.position()));
    }

    /** The window that {@code #name(…)} means; empty when it is none, or a function over rows, which has been reported. */
    public Optional<ResolvedQuery.WindowCall> analyze(StreamFunction function, Scope scope) {
        String name = function.name().text();
        if (function.namespace().isEmpty() && STREAM_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
            problems.reportUnsupported("the stream function " + name, function.position());
            return Optional.empty();
        }
        return analyze(
                new WindowCall(
                        function.namespace(),
                        function.name(),
                        function.arguments(),
                        Spelling.BARE,
                        function.position()),
                scope);
    }
}
