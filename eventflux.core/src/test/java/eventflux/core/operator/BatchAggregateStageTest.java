package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.row.RowView;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchAggregateStageTest {

    private static final long BAD = -99;

    private final SumByKey current = new SumByKey(new EmittedRows(true, false), BAD);
    private final BatchAggregateStage stage = stage(current);

    private static BatchAggregateStage stage(SumByKey sum) {
        return new BatchAggregateStage(sum.selection, sum.context, sum.output, new RowView(sum.input, sum.symbols));
    }

    @Test
    void givesTheLastRowOfEachGroupInTheOrderInWhichTheyWereSeen() {
        stage.current(current.row(1, 20, 5));
        stage.current(current.row(2, 10, 1));
        stage.current(current.row(3, 20, 7));
        stage.endStep();

        assertThat(current.steps).containsExactly(List.of("@3[20, 12]", "@2[10, 1]"));
    }

    @Test
    void givesNothingForGroupsThatAStepDoesNotSee() {
        stage.current(current.row(1, 10, 5));
        stage.endStep();
        stage.current(current.row(2, 20, 7));
        stage.endStep();
        stage.endStep();

        assertThat(current.steps).containsExactly(List.of("@1[10, 5]"), List.of("@2[20, 7]"));
    }

    @Test
    void beginsAnewWithEachBatchThatIsReset() {
        for (int batch = 1; batch <= 3; batch++) {
            stage.reset();
            stage.current(current.row(batch, 10, batch));
            stage.endStep();
        }

        assertThat(current.steps).containsExactly(List.of("@1[10, 1]"), List.of("@2[10, 2]"), List.of("@3[10, 3]"));
    }

    @Test
    void showsRowsThatLeftBeforeAResetWithWhatRemained() {
        SumByKey both = new SumByKey(new EmittedRows(true, true), BAD);
        BatchAggregateStage all = stage(both);
        all.current(both.row(1, 10, 5));
        all.current(both.row(1, 20, 7));
        all.endStep();

        all.expired(both.row(2, 10, 5));
        all.expired(both.row(2, 20, 7));
        all.reset();
        all.current(both.row(2, 20, 1));
        all.endStep();

        assertThat(both.steps).containsExactly(List.of("@1[10, 5]", "@1[20, 7]"), List.of("-@2[10, 0]", "@2[20, 1]"));
        assertThat(both.groupCount()).isEqualTo(1);
    }

    @Test
    void keepsTheTimeThatARowShowed() {
        RowView row = current.row(1, 10, 5);
        row.timestamp(77);

        stage.current(row);
        stage.endStep();

        assertThat(current.steps).containsExactly(List.of("@77[10, 5]"));
    }

    @Test
    void takesManyGroups() {
        for (int key = 0; key < 3_000; key++) {
            stage.current(current.row(1, key, key));
        }
        stage.endStep();

        assertThat(current.steps.get(0)).hasSize(3_000).startsWith("@1[0, 0]").endsWith("@1[2999, 2999]");
    }

    @Test
    void dropsOnlyTheGroupWhoseConditionFails() {
        stage.current(current.row(1, 10, 5));
        stage.current(current.row(2, 20, BAD));
        stage.current(current.row(3, 30, 6));
        stage.current(current.row(4, 40, BAD));

        assertThatIllegalArgumentException().isThrownBy(stage::endStep);
        assertThat(current.steps).containsExactly(List.of("@1[10, 5]", "@3[30, 6]"));

        stage.current(current.row(5, 20, 1 - BAD));
        stage.endStep();
        assertThat(current.steps.get(1)).containsExactly("@5[20, 1]");
    }
}
