package eventflux.core.compile;

import eventflux.core.operator.DistinctStage;
import eventflux.core.operator.FilterStage;
import eventflux.core.operator.Groups;
import eventflux.core.operator.Stage;
import eventflux.core.plan.PlanStep;
import eventflux.core.row.RowLayout;
import java.util.ArrayList;
import java.util.List;

/** Makes what rows pass one after another before the selection. */
final class RowSteps implements RowStep {

    private final CompileScope scope;
    private final WindowUse use;
    private final List<RowStep> steps = new ArrayList<>();
    // Of the rows behind the last step.
    private RowLayout layout;
    private RowLife life;

    /**
     * Prepares them, the first one first.
     *
     * @param input how the rows lie that come
     * @param scanned how these leave again
     * @param use what becomes of the rows behind the last step
     */
    RowSteps(CompileScope scope, List<PlanStep> plan, RowLayout input, RowLife scanned, WindowUse use) {
        this.scope = scope;
        this.use = use;
        this.layout = input;
        this.life = scanned;
        for (PlanStep step : plan) {
            RowStep prepared = prepare(step);
            steps.add(prepared);
            layout = prepared.layout();
            life = prepared.life();
        }
    }

    private RowStep prepare(PlanStep step) {
        if (step instanceof PlanStep.Window window) {
            return new WindowCompiler(scope, window, layout, use);
        }
        if (step instanceof PlanStep.StreamFunction function) {
            return new StreamFunctionCompiler(scope, function, layout, life);
        }
        return step instanceof PlanStep.Distinct distinct
                ? new DistinctStep(scope, distinct, layout, life)
                : new FilterStep(scope, (PlanStep.Filter) step, layout, life);
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public RowLife life() {
        return life;
    }

    @Override
    public boolean readsClock() {
        return steps.stream().anyMatch(RowStep::readsClock);
    }

    @Override
    public boolean stepsByRow() {
        return steps.stream().anyMatch(RowStep::stepsByRow);
    }

    @Override
    public Stage before(Stage next) {
        Stage stage = next;
        for (int i = steps.size() - 1; i >= 0; i--) {
            stage = steps.get(i).before(stage);
        }
        return stage;
    }

    /** A filter. */
    private record FilterStep(CompileScope scope, PlanStep.Filter step, RowLayout layout, RowLife life)
            implements RowStep {

        @Override
        public boolean readsClock() {
            return ReadsTime.reads(step.condition());
        }

        @Override
        public boolean stepsByRow() {
            return false;
        }

        @Override
        public Stage before(Stage next) {
            return new FilterStage(
                    scope.code().predicate(step.condition(), scope.bindings(layout)), scope.context(), next);
        }
    }

    /** What lets one of equal rows pass. */
    private record DistinctStep(CompileScope scope, PlanStep.Distinct step, RowLayout layout, RowLife life)
            implements RowStep {

        @Override
        public boolean readsClock() {
            return step.values().stream().anyMatch(ReadsTime::reads);
        }

        @Override
        public boolean stepsByRow() {
            return false;
        }

        @Override
        public Stage before(Stage next) {
            Groups groups = DistinctCompiler.groups(scope, step, layout);
            scope.state().add(groups);
            return new DistinctStage(groups, scope.context(), next);
        }
    }
}
