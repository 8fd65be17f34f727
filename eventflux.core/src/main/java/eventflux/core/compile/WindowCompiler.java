package eventflux.core.compile;

import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowFactory;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RunStage;
import eventflux.core.operator.Stage;
import eventflux.core.operator.WindowParts;
import eventflux.core.operator.WindowStage;
import eventflux.core.plan.PlanStep;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import java.util.Optional;

/** Makes one window. */
final class WindowCompiler implements RowStep {

    private final CompileScope scope;
    private final RowLayout layout;
    private final boolean expiredWanted;
    private final RecordPart part;
    private final WindowParts parts;

    /**
     * Lets the extension make the window.
     *
     * @param input how its rows lie
     * @param expiredWanted whether anybody looks at the rows that leave
     */
    WindowCompiler(CompileScope scope, PlanStep.Window step, RowLayout input, boolean expiredWanted) {
        this.scope = scope;
        this.layout = input;
        this.expiredWanted = expiredWanted;
        this.part = new RecordPart(step.id(), scope.records());
        RowArena arena = new RowArena();
        StateFactory state = part.state(arena, "", input, scope.symbols());
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), scope.records(), state);
        ConditionCompiler conditions =
                new ConditionCompiler(scope, input, name -> part.state(arena, name, input, scope.symbols()));
        CompiledWindowContext context =
                new CompiledWindowContext(step.call(), conditions, input.schema(), state, timer, expiredWanted);
        Window made = scope.extensions()
                .make(
                        step.call().extension(),
                        WindowFactory.class,
                        Optional.of(step.call().position()),
                        factory -> factory.create(context));
        this.parts = new WindowParts(made, timer, scope.clock().timers().nextOrder());
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public RowLife life() {
        return RowLife.of(parts.window(), expiredWanted);
    }

    @Override
    public boolean readsClock() {
        return parts.window().readsTime() || expiredWanted;
    }

    @Override
    public boolean stepsByRow() {
        return !parts.window().goesByRuns();
    }

    @Override
    public Stage before(Stage next) {
        WindowStage stage = new WindowStage(parts, part, scope.clock(), scope.failures(), next);
        scope.state().add(stage);
        return parts.window().goesByRuns() ? new RunStage(stage) : stage;
    }
}
