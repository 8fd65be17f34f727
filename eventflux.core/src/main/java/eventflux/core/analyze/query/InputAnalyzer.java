package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.InputVisitor;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.MatchRecognizeInput;
import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.QueryInput;
import eventflux.api.query.input.StoreInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.partition.PartitionAnalyzer;
import eventflux.core.analyze.pattern.MatchAnalyzer;
import eventflux.core.analyze.pattern.PatternAnalyzer;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedPartition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Resolves what a query reads, and the steps that its rows take before the selection. */
public final class InputAnalyzer implements InputVisitor<Optional<InputAnalyzer.Reading>> {

    private final Streams streams;
    private final ExpressionContext context;

    public InputAnalyzer(Streams streams, ExpressionContext context) {
        this.streams = streams;
        this.context = context;
    }

    /**
     * What a query reads.
     *
     * @param names how its expressions call that
     * @param rows the rows, with what they pass before the selection; to be asked when all clauses have been resolved,
     *     because composed rows hold just the columns that those ask for
     */
    record Reading(InputNames names, Supplier<ResolvedInput> rows) {}

    /** What the query reads; empty when the engine cannot run it, which has been reported. */
    Optional<Reading> analyze(Input input) {
        return input.accept(this);
    }

    @Override
    public Optional<Reading> visitStreamInput(StreamInput input) {
        ProblemLog problems = context.problems();
        StreamColumns columns = streams.read(input.stream(), problems);
        SingleInput names = new SingleInput(columns, input.alias().map(Name::text), 0);
        HandlerAnalyzer handlers = new HandlerAnalyzer(context, names);
        streams.window(columns.name()).ifPresent(window -> handlers.behindWindow());
        input.handlers().forEach(handler -> handler.accept(handlers));
        SingleInput behind = handlers.names();
        ResolvedInput read =
                new ResolvedInput.OfStream(columns.name(), behind.columns().schema(), handlers.resolved());
        return Optional.of(new Reading(behind, () -> read));
    }

    @Override
    public Optional<Reading> visitStoreInput(StoreInput input) {
        context.problems().report(AnalysisError.ON_DEMAND_ONLY, input.position());
        return Optional.empty();
    }

    @Override
    public Optional<Reading> visitQueryInput(QueryInput input) {
        return unsupported("a query inside FROM", input.position());
    }

    @Override
    public Optional<Reading> visitJoinInput(JoinInput input) {
        return new JoinAnalyzer(streams, context).analyze(input);
    }

    @Override
    public Optional<Reading> visitPatternInput(PatternInput input) {
        PatternAnalyzer pattern = new PatternAnalyzer(this::readEvents, context);
        InputNames names = pattern.analyze(input);
        Optional<ResolvedPartition> keys = keys(input.partitionBy(), pattern.streams());
        return Optional.of(new Reading(names, () -> pattern.resolved(keys)));
    }

    private Optional<ResolvedPartition> keys(List<Expression> by, List<StreamName> read) {
        if (by.isEmpty()) {
            return Optional.empty();
        }
        if (streams.isInPartition()) {
            context.problems()
                    .reportUnsupported(
                            "PARTITION BY inside a partition", by.get(0).position());
            return Optional.empty();
        }
        return Optional.of(new PartitionAnalyzer(streams, context).ofPattern(by, read));
    }

    private StreamColumns readEvents(StreamName stream) {
        return streams.read(stream, context.problems());
    }

    @Override
    public Optional<Reading> visitMatchRecognizeInput(MatchRecognizeInput input) {
        if (!(input.source() instanceof StreamInput source)) {
            return unsupported("MATCH_RECOGNIZE of a join or pattern", input.position());
        }
        StreamColumns columns = readEvents(source.stream());
        MatchAnalyzer analyzer = new MatchAnalyzer(source, columns, context);
        MatchAnalyzer.Found found = analyzer.analyze(input);
        Optional<ResolvedPartition> keys = keys(input.partitionBy(), List.of(source.stream()));
        return Optional.of(new Reading(found.names(), () -> analyzer.resolved(found.match(), keys)));
    }

    private Optional<Reading> unsupported(String construct, SourcePosition position) {
        context.problems().reportUnsupported(construct, position);
        return Optional.empty();
    }
}
