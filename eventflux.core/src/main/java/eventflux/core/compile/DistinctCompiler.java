package eventflux.core.compile;

import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.GroupLife;
import eventflux.core.operator.Groups;
import eventflux.core.plan.PlanStep;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.List;

/** Makes the groups of equal rows. */
final class DistinctCompiler {

    private DistinctCompiler() {}

    static Groups groups(CompileScope scope, PlanStep.Distinct step, RowLayout input) {
        RecordPart cells = new RecordPart(step.id(), new RecordStore());
        LongCell members =
                cells.state(new RowArena(), "", input, scope.symbols()).longCell("members", 0);
        GroupLife life = new GroupLife(cells, members, List.of());
        return KeyedGroupsCompiler.groups(
                scope, cells, new KeyIndexes(scope, step.index(), step.values(), input), life);
    }
}
