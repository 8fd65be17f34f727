package eventflux.core.analyze;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.InputVisitor;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.MatchRecognizeInput;
import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.PatternKind;
import eventflux.api.query.input.QueryInput;
import eventflux.api.query.input.StoreInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamScope;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedQuery.Handler;
import java.util.List;
import java.util.Optional;

/** Resolves what a query reads, and the steps that its rows take before the selection. */
final class InputAnalyzer implements InputVisitor<Optional<InputAnalyzer.Reading>> {

    private final Streams streams;
    private final ExpressionContext context;

    InputAnalyzer(Streams streams, ExpressionContext context) {
        this.streams = streams;
        this.context = context;
    }

    /**
     * What a query reads.
     *
     * @param scope what its expressions may name
     * @param handlers filters and the window, in order
     */
    record Reading(Scope scope, List<Handler> handlers) {}

    /** What the query reads; empty when the engine cannot run it, which has been reported. */
    Optional<Reading> analyze(Input input) {
        return input.accept(this);
    }

    @Override
    public Optional<Reading> visitStreamInput(StreamInput input) {
        ProblemLog problems = context.problems();
        if (input.stream().scope() != StreamScope.PLAIN) {
            String kind = input.stream().scope() == StreamScope.INNER ? "an inner stream" : "a fault stream";
            return unsupported(kind, input.stream().position());
        }
        StreamColumns columns = streams.read(input.stream(), problems);
        Scope scope = Scope.of(columns, input.alias().map(Name::text));
        HandlerAnalyzer handlers = new HandlerAnalyzer(context, scope);
        input.handlers().forEach(handler -> handler.accept(handlers));
        return Optional.of(new Reading(scope, handlers.resolved()));
    }

    @Override
    public Optional<Reading> visitStoreInput(StoreInput input) {
        return unsupported("a query on demand", input.position());
    }

    @Override
    public Optional<Reading> visitQueryInput(QueryInput input) {
        return unsupported("a query inside FROM", input.position());
    }

    @Override
    public Optional<Reading> visitJoinInput(JoinInput input) {
        return unsupported("a join", input.position());
    }

    @Override
    public Optional<Reading> visitPatternInput(PatternInput input) {
        return unsupported(input.kind() == PatternKind.PATTERN ? "a pattern" : "a sequence", input.position());
    }

    @Override
    public Optional<Reading> visitMatchRecognizeInput(MatchRecognizeInput input) {
        return unsupported("MATCH_RECOGNIZE", input.position());
    }

    private Optional<Reading> unsupported(String construct, SourcePosition position) {
        context.problems().reportUnsupported(construct, position);
        return Optional.empty();
    }
}
