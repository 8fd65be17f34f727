package eventflux.core.compile;

import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowMode;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.PruneStage;
import eventflux.core.operator.Stage;
import eventflux.core.operator.WindowEntry;
import eventflux.core.operator.WindowParts;
import eventflux.core.operator.WindowStage;
import eventflux.core.plan.PlanStep;
import eventflux.core.row.PrunedRows;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import java.util.Optional;

/** Makes one window. */
final class WindowCompiler implements RowStep {

    private final CompileScope scope;
    // Of the rows that it keeps and tells of.
    private final RowLayout layout;
    private final WindowUse use;
    private final boolean mayAskForTime;
    private final RecordPart part;
    private final WindowParts parts;

    /**
     * Lets the extension make the window.
     *
     * @param input how its rows lie
     * @param use what becomes of the rows that it tells of
     */
    WindowCompiler(CompileScope scope, PlanStep.Window step, RowLayout input, WindowUse use) {
        this.scope = scope;
        this.use = use;
        this.mayAskForTime = step.call().readsConditions();
        this.part = new RecordPart(step.id(), scope.records());
        RowArena arena = new RowArena();
        RowLayout kept =
                step.columns().areAll() ? input : input.without(step.columns().leftOut());
        StateFactory state = part.state(arena, "", kept, scope.symbols());
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), scope.records(), state);
        // A row that a window has just let go stays readable until one is kept, whatever its conditions
        // count meanwhile.
        RowArena counted = new RowArena();
        ConditionCompiler conditions =
                new ConditionCompiler(scope, kept, name -> part.state(counted, name, kept, scope.symbols()));
        CompiledWindowContext context =
                new CompiledWindowContext(step.call(), conditions, input.schema(), state, timer, use);
        Window made = scope.extensions()
                .make(
                        step.call().extension(),
                        WindowFactory.class,
                        Optional.of(step.call().position()),
                        factory -> checked(factory.create(context)));
        // Where nothing is kept there is nothing to win.
        boolean readsRows = part.readsRows() || !step.call().conditions().isEmpty();
        this.layout = readsRows ? kept : input;
        this.parts = new WindowParts(made, timer, scope.clock().timers().nextOrder());
    }

    private Window checked(Window made) {
        boolean folds = made != null && made.mode() == WindowMode.FOLDING;
        if (folds && use != WindowUse.FOLDED) {
            throw new IllegalStateException("The window folds rows that are to be kept.");
        }
        return made;
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public RowLife life() {
        return RowLife.of(parts.window(), use.expired());
    }

    @Override
    public boolean readsClock() {
        return parts.window().readsTime() || use.expired() || mayAskForTime;
    }

    /** A window that lets rows out one by one puts out the same however they are gathered; one of batches ends one with each step. */
    @Override
    public boolean stepsByRow() {
        return life().inBatches() && !endsStepsByItself();
    }

    /** Whether rows that come together are a batch. */
    boolean goesByRuns() {
        return parts.window().goesByRuns();
    }

    // Otherwise each row that comes is a step of the window.
    private boolean endsStepsByItself() {
        return goesByRuns() || life().folded();
    }

    @Override
    public Stage before(Stage next) {
        WindowStage stage = new WindowStage(parts, part, scope.clock(), scope.failures(), next);
        scope.state().add(stage);
        Stage entry = endsStepsByItself() ? new WindowEntry(stage) : stage;
        return layout.isWhole() ? entry : new PruneStage(new PrunedRows(layout, scope.symbols()), entry);
    }
}
