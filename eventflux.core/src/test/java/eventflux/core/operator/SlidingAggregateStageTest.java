package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.core.operator.QueryOutput.EmittedRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlidingAggregateStageTest {

    private static final long BAD = -99;

    private final SumByKey all = new SumByKey(new EmittedRows(true, true), BAD);
    private final SlidingAggregateStage stage = new SlidingAggregateStage(all.selection, all.context, all.output);

    @Test
    void givesARowForEachRowAfterItWasCounted() {
        stage.current(all.row(1, 10, 5));
        stage.current(all.row(2, 20, 7));
        stage.current(all.row(3, 10, 1));
        stage.endStep();

        assertThat(all.steps).containsExactly(List.of("@1[10, 5]", "@2[20, 7]", "@3[10, 6]"));
    }

    @Test
    void countsRowsThatLeaveBeforeItTellsOfThem() {
        stage.current(all.row(1, 10, 5));
        stage.current(all.row(2, 10, 7));
        stage.expired(all.row(3, 10, 5));
        stage.endStep();

        assertThat(all.steps).containsExactly(List.of("@1[10, 5]", "@2[10, 12]", "-@3[10, 7]"));
    }

    @Test
    void givesAGroupBackWithItsLastRow() {
        stage.current(all.row(1, 10, 5));
        stage.current(all.row(1, 20, 5));
        stage.expired(all.row(2, 10, 5));

        assertThat(all.groupCount()).isEqualTo(1);
        stage.current(all.row(3, 10, 1));
        stage.endStep();
        assertThat(all.steps.get(0)).endsWith("@3[10, 1]");
    }

    @Test
    void tellsOnlyOfWhatIsWantedAndCountsAll() {
        SumByKey current = new SumByKey(new EmittedRows(true, false), BAD);
        SlidingAggregateStage onlyCurrent =
                new SlidingAggregateStage(current.selection, current.context, current.output);
        onlyCurrent.current(current.row(1, 10, 5));
        onlyCurrent.current(current.row(2, 10, 7));
        onlyCurrent.expired(current.row(3, 10, 5));
        onlyCurrent.current(current.row(3, 10, 1));
        onlyCurrent.endStep();

        assertThat(current.steps).containsExactly(List.of("@1[10, 5]", "@2[10, 12]", "@3[10, 8]"));
    }

    @Test
    void beginsAnewAfterAReset() {
        stage.current(all.row(1, 10, 5));
        stage.reset();
        stage.current(all.row(2, 10, 1));
        stage.endStep();

        assertThat(all.steps.get(0)).containsExactly("@1[10, 5]", "@2[10, 1]");
        assertThat(all.groupCount()).isEqualTo(1);
    }

    @Test
    void dropsOnlyTheRowWhoseConditionFails() {
        stage.current(all.row(1, 10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> stage.current(all.row(2, 20, BAD)));
        stage.current(all.row(3, 10, 5));
        stage.endStep();

        assertThat(all.steps).containsExactly(List.of("@1[10, 5]", "@3[10, 10]"));
    }

    @Test
    void givesAGroupBackThoughItsLastRowFails() {
        stage.current(all.row(1, 10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> stage.expired(all.row(2, 10, 5 - BAD)));

        assertThat(all.groupCount()).isZero();
    }
}
