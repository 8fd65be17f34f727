package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.output.DeleteRows;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputAction;
import eventflux.api.query.output.OutputActionVisitor;
import eventflux.api.query.output.ReturnRows;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.output.UpdateRows;
import eventflux.api.query.output.UpsertRows;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.List;
import java.util.Optional;

/** Makes out where a query's rows go; empty when the engine cannot send them there, which has been reported. */
public final class OutputTargets implements OutputActionVisitor<Optional<OutputTarget>> {

    private final Streams streams;
    private final ProblemLog problems;

    public OutputTargets(Streams streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    @Override
    public Optional<OutputTarget> visitInsertInto(InsertInto insert) {
        if (insert.target().scope() == StreamScope.FAULT) {
            return unsupported("a fault stream", insert.target().position());
        }
        if (streams.isOutside(insert.target())) {
            problems.report(AnalysisError.INNER_STREAM_OUTSIDE, insert.target().position(), "stream", insert.target());
            return Optional.empty();
        }
        String name = streams.name(insert.target());
        if (streams.time(name).isPresent()) {
            problems.report(AnalysisError.WATERMARK_FILLED, insert.target().position(), "stream", insert.target());
            return Optional.empty();
        }
        if (streams.aggregations().has(name)) {
            problems.report(AnalysisError.AGGREGATION_AS_STREAM, insert.target().position(), "aggregation", name);
            return Optional.empty();
        }
        return Optional.of(new OutputTarget(
                Optional.of(name),
                insert.events(),
                insert.columns(),
                insert.target().position()));
    }

    @Override
    public Optional<OutputTarget> visitReturnRows(ReturnRows action) {
        return Optional.of(new OutputTarget(Optional.empty(), action.events(), List.of(), action.position()));
    }

    @Override
    public Optional<OutputTarget> visitUnnamedOutput(UnnamedOutput action) {
        return Optional.of(new OutputTarget(
                Optional.of(QueryDraft.DEFAULT_TARGET), EventSelection.CURRENT, List.of(), action.position()));
    }

    /** Whether an action changes rows of a table by a condition. */
    static boolean isOnTable(OutputAction action) {
        return action instanceof UpdateRows || action instanceof DeleteRows || action instanceof UpsertRows;
    }

    // The rows themselves go nowhere: they are what the table is changed by.
    private static Optional<OutputTarget> onTable(EventSelection events, SourcePosition position) {
        return Optional.of(new OutputTarget(Optional.empty(), events, List.of(), position));
    }

    @Override
    public Optional<OutputTarget> visitUpdateRows(UpdateRows action) {
        return onTable(action.events(), action.position());
    }

    @Override
    public Optional<OutputTarget> visitDeleteRows(DeleteRows action) {
        return onTable(action.events(), action.position());
    }

    @Override
    public Optional<OutputTarget> visitUpsertRows(UpsertRows action) {
        return onTable(action.events(), action.position());
    }

    private Optional<OutputTarget> unsupported(String construct, SourcePosition position) {
        problems.reportUnsupported(construct, position);
        return Optional.empty();
    }
}
