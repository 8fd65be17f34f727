package eventflux.core.analyze.pattern;

import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.EventReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How the condition of one event calls things: the columns of the event itself first, as input 0, then those of other events. With
 * an index its own alias means events that were collected before.
 */
final class ConditionNames implements InputNames {

    private final PatternEvent event;
    private final SingleInput own;
    private final PatternNames others;

    ConditionNames(PatternEvent event, PatternNames others) {
        this.event = event;
        this.own = new SingleInput(event.columns(), event.element().alias().map(Name::text), 0);
        this.others = others;
    }

    @Override
    public Optional<Expr> column(String name) {
        return own.column(name).or(() -> others.column(name));
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        if (isOwn(reference)) {
            return own.column(withoutQualifier(reference), outputs, problems);
        }
        Optional<PatternEvent> other = reference.qualifier().flatMap(name -> others.find(name.qualified()));
        if (other.isPresent()
                && other.get().step() > event.step()
                && !other.get().repeatsWith(event)) {
            problems.report(
                    AnalysisError.LATER_EVENT,
                    reference.position(),
                    "event",
                    reference.qualifier().get().qualified());
        }
        return others.column(reference, outputs, problems);
    }

    private boolean isOwn(ColumnReference reference) {
        if (reference.qualifier().isEmpty()) {
            boolean isElsewhere = own.column(reference.column().text()).isEmpty()
                    && others.column(reference.column().text()).isPresent();
            return !isElsewhere;
        }
        boolean isCollected = reference.index().isPresent() && event.isCounted();
        return isOwnName(reference.qualifier().get().qualified()) && !isCollected;
    }

    // The stream's name means the event itself, unless another event has it and this one has an alias.
    private boolean isOwnName(String qualifier) {
        if (qualifier.equals(event.name())) {
            return true;
        }
        return qualifier.equals(event.streamName())
                && others.find(qualifier).filter(found -> !found.hasAlias()).isEmpty();
    }

    private static ColumnReference withoutQualifier(ColumnReference reference) {
        return new ColumnReference(Optional.empty(), Optional.empty(), reference.column(), reference.position());
    }

    @Override
    public boolean isOfSeveralRows() {
        return true;
    }

    @Override
    public boolean hasEvents() {
        return true;
    }

    @Override
    public Optional<Expr> missing(Expression operand) {
        boolean isOwnColumn = operand instanceof ColumnReference reference
                && reference.qualifier().isEmpty()
                && own.column(reference.column().text()).isPresent();
        boolean isOther = operand instanceof EventReference || operand instanceof ColumnReference;
        return isOther && !isOwnColumn ? others.missing(operand) : Optional.empty();
    }

    @Override
    public Optional<Expr> timeOf(Expression event) {
        return own.timeOf(event).or(() -> others.timeOf(event));
    }

    @Override
    public Optional<Expr> collected(Call call, ProblemLog problems) {
        return others.collected(call, problems);
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return isOwnName(qualifier.qualified()) || others.isQualifier(qualifier);
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return own.all(Optional.empty());
    }

    @Override
    public boolean isKnown() {
        return own.isKnown();
    }
}
