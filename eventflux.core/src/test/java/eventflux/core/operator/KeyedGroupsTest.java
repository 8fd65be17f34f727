package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedGroupsTest {

    private static final long NEVER = Long.MIN_VALUE;

    private final SumByKey sum = new SumByKey(new EmittedRows(true, false), NEVER);

    private static SlidingAggregateStage stage(SumByKey of) {
        return new SlidingAggregateStage(of.selection, of.context, of.output);
    }

    @Test
    void comesBackFromASnapshotWithAllKeysAndTotals() {
        // given: more than a chunk of groups, with gaps
        SlidingAggregateStage before = stage(sum);
        for (int key = 0; key < 3_000; key++) {
            before.current(sum.row(1, key, key));
        }
        for (int key = 0; key < 3_000; key += 3) {
            before.expired(sum.row(2, key, key));
        }
        SnapshotWriter out = new SnapshotWriter();
        sum.groups.save(out);

        // when
        SumByKey restored = new SumByKey(new EmittedRows(true, false), NEVER);
        SlidingAggregateStage after = stage(restored);
        after.current(restored.row(0, -1, 1));
        restored.steps.clear();
        restored.groups.restore(new SnapshotReader(out.toBytes()));

        // then
        assertThat(restored.groupCount()).isEqualTo(2_000);
        after.endStep();
        restored.steps.clear();
        for (int key = 0; key < 6; key++) {
            after.current(restored.row(3, key, 1));
        }
        after.endStep();
        assertThat(restored.steps)
                .containsExactly(List.of("@3[0, 1]", "@3[1, 2]", "@3[2, 3]", "@3[3, 1]", "@3[4, 5]", "@3[5, 6]"));
    }
}
