package eventflux.core.analyze;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.output.DeleteRows;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputActionVisitor;
import eventflux.api.query.output.ReturnRows;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.output.UpdateRows;
import eventflux.api.query.output.UpsertRows;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.List;
import java.util.Optional;

/** Makes out where a query's rows go; empty when the engine cannot send them there, which has been reported. */
final class OutputTargets implements OutputActionVisitor<Optional<OutputTarget>> {

    private final Dialect dialect;
    private final ProblemLog problems;

    OutputTargets(Dialect dialect, ProblemLog problems) {
        this.dialect = dialect;
        this.problems = problems;
    }

    @Override
    public Optional<OutputTarget> visitInsertInto(InsertInto insert) {
        if (insert.target().scope() != StreamScope.PLAIN) {
            String kind = insert.target().scope() == StreamScope.INNER ? "an inner stream" : "a fault stream";
            return unsupported(kind, insert.target().position());
        }
        return Optional.of(new OutputTarget(
                Optional.of(insert.target().text()),
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
        return dialect == Dialect.SQL
                ? Optional.of(new OutputTarget(
                        Optional.of(QueryDraft.DEFAULT_TARGET), EventSelection.CURRENT, List.of(), action.position()))
                : unsupported("a query on demand", action.position());
    }

    @Override
    public Optional<OutputTarget> visitUpdateRows(UpdateRows action) {
        return unsupported("UPDATE", action.position());
    }

    @Override
    public Optional<OutputTarget> visitDeleteRows(DeleteRows action) {
        return unsupported("DELETE", action.position());
    }

    @Override
    public Optional<OutputTarget> visitUpsertRows(UpsertRows action) {
        return unsupported("UPDATE OR INSERT", action.position());
    }

    private Optional<OutputTarget> unsupported(String construct, SourcePosition position) {
        problems.reportUnsupported(construct, position);
        return Optional.empty();
    }
}
