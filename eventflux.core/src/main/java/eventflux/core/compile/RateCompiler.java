package eventflux.core.compile;

import eventflux.api.spi.state.StateFactory;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.output.FirstOfEvents;
import eventflux.core.operator.output.FirstOfPeriod;
import eventflux.core.operator.output.HoldAll;
import eventflux.core.operator.output.HoldLast;
import eventflux.core.operator.output.Holding;
import eventflux.core.operator.output.RateEveryEvents;
import eventflux.core.operator.output.RateEveryPeriod;
import eventflux.core.operator.output.RateParts;
import eventflux.core.operator.output.SnapshotOfGroups;
import eventflux.core.operator.output.SnapshotOfWindow;
import eventflux.core.plan.OutputStep;
import eventflux.core.resolved.OutputShape.OutputRate;
import eventflux.core.resolved.OutputShape.RateRows;
import eventflux.core.resolved.OutputShape.RateUnit;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordPart;

/** Makes what holds rows back until they are due. */
final class RateCompiler {

    private final CompileScope scope;
    private final OutputStep.Rate step;
    private final RowLayout layout;
    private final RateParts parts;

    /**
     * For one rate.
     *
     * @param layout of the rows
     * @param next takes what comes out
     */
    RateCompiler(CompileScope scope, OutputStep.Rate step, RowLayout layout, RunReceiver next) {
        this.scope = scope;
        this.step = step;
        this.layout = layout;
        RecordPart record = new RecordPart(step.id(), scope.records());
        StateFactory state = record.state(new RowArena(), "", layout, scope.symbols());
        this.parts = new RateParts(
                record,
                state,
                scope.clock(),
                layout,
                new RowView(layout, scope.symbols()),
                next,
                scope.route().isPresent());
    }

    RunReceiver compile() {
        OutputRate rate = step.rate();
        if (rate.rows() == RateRows.FIRST) {
            scope.state().add(parts.record());
            return rate.unit() == RateUnit.EVENTS
                    ? new FirstOfEvents(parts, step.groups(), rate.every())
                    : new FirstOfPeriod(parts, step.groups(), rate.every());
        }
        if (rate.unit() == RateUnit.EVENTS) {
            scope.state().add(parts.record());
            return new RateEveryEvents(parts, holding(), rate.every());
        }
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), scope.records(), parts.state());
        RateEveryPeriod every = new RateEveryPeriod(
                parts, holding(), rate.every(), timer, scope.clock().timers().nextOrder());
        scope.state().add(every);
        return every;
    }

    private Holding holding() {
        return switch (step.rate().rows()) {
            case ALL -> new HoldAll(parts.state());
            case SNAPSHOT -> snapshot();
            default -> new HoldLast(parts.state(), step.groups());
        };
    }

    private Holding snapshot() {
        return switch (step.shown()) {
            case LAST -> new SnapshotOfGroups(parts.state(), step.groups(), false);
            case GROUPS -> new SnapshotOfGroups(parts.state(), step.groups(), true);
            case WINDOW -> {
                RowBuilder builder = new RowBuilder(new RowBatch(layout), scope.symbols());
                yield new SnapshotOfWindow(parts.state(), builder, step.groups(), step.aggregates());
            }
        };
    }
}
