package eventflux.parser.tree;

import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.output.Assignment;
import eventflux.api.query.output.DeleteRows;
import eventflux.api.query.output.EventRate;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputAction;
import eventflux.api.query.output.OutputRate;
import eventflux.api.query.output.RateSelection;
import eventflux.api.query.output.ReturnRows;
import eventflux.api.query.output.SnapshotRate;
import eventflux.api.query.output.TableTarget;
import eventflux.api.query.output.TimeRate;
import eventflux.api.query.output.UpdateRows;
import eventflux.api.query.output.UpsertRows;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxGrammarBaseVisitor;
import java.util.List;
import java.util.Optional;

/** Builds what becomes of rows. */
final class OutputBuilder {

    private final Builders builders;
    private final Reading reading;
    private final ActionVisitor actions = new ActionVisitor();

    OutputBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    OutputAction action(EventFluxGrammar.OutputActionContext context) {
        return context.accept(actions);
    }

    Optional<OutputRate> rate(EventFluxGrammar.OutputRateContext context) {
        return Optional.ofNullable(context).map(this::writtenRate);
    }

    private OutputRate writtenRate(EventFluxGrammar.OutputRateContext context) {
        if (context.SNAPSHOT() != null) {
            return new SnapshotRate(builders.literals().duration(context.duration()), reading.at(context));
        }
        RateSelection selection = RateSelection.ALL;
        if (context.FIRST() != null) {
            selection = RateSelection.FIRST;
        } else if (context.LAST() != null) {
            selection = RateSelection.LAST;
        }
        if (context.duration() != null) {
            DurationLiteral period = builders.literals().duration(context.duration());
            return new TimeRate(selection, period, reading.at(context));
        }
        long events = builders.literals().count(context.INT_LITERAL().getSymbol());
        return new EventRate(selection, events, reading.at(context));
    }

    /** Which rows, where the author need not say it. */
    EventSelection events(EventFluxGrammar.EventSelectionContext context) {
        if (context == null) {
            return EventSelection.CURRENT;
        }
        if (context.ALL() != null) {
            return EventSelection.ALL;
        }
        return context.EXPIRED() == null ? EventSelection.CURRENT : EventSelection.EXPIRED;
    }

    EventSelection events(EventFluxGrammar.ForEventsContext context) {
        return context == null ? EventSelection.CURRENT : events(context.eventSelection());
    }

    TableTarget target(EventFluxGrammar.TableTargetContext context) {
        return new TableTarget(
                builders.names().name(context.name()), builders.names().alias(context.alias()), reading.at(context));
    }

    List<Assignment> assignments(EventFluxGrammar.AssignmentsContext context) {
        return context == null
                ? List.of()
                : context.assignment().stream().map(this::assignment).toList();
    }

    private Assignment assignment(EventFluxGrammar.AssignmentContext context) {
        return new Assignment(
                builders.references().column(context.columnReference()),
                builders.expressions().build(context.expression()),
                reading.at(context));
    }

    /** Builds the actions that end a query. */
    private final class ActionVisitor extends EventFluxGrammarBaseVisitor<OutputAction> {

        @Override
        public OutputAction visitInsertAction(EventFluxGrammar.InsertActionContext context) {
            return new InsertInto(
                    events(context.eventSelection()),
                    builders.names().stream(context.streamName()),
                    builders.names().names(context.nameList()),
                    reading.at(context));
        }

        @Override
        public OutputAction visitReturnAction(EventFluxGrammar.ReturnActionContext context) {
            return new ReturnRows(events(context.eventSelection()), reading.at(context));
        }

        @Override
        public OutputAction visitDeleteAction(EventFluxGrammar.DeleteActionContext context) {
            return new DeleteRows(
                    target(context.tableTarget()),
                    events(context.forEvents()),
                    builders.expressions().build(context.expression()),
                    reading.at(context));
        }

        @Override
        public OutputAction visitUpdateAction(EventFluxGrammar.UpdateActionContext context) {
            TableTarget target = target(context.tableTarget());
            EventSelection events = events(context.forEvents());
            List<Assignment> assignments = assignments(context.assignments());
            Expression condition = builders.expressions().build(context.expression());
            return context.INSERT() == null
                    ? new UpdateRows(target, events, assignments, condition, reading.at(context))
                    : new UpsertRows(target, events, assignments, condition, reading.at(context));
        }
    }
}
