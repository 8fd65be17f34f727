package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new ExpressionBatchWindowFactory();
    }

    @Override
    protected Schema schema() {
        return Columns.TS_AND_VALUE;
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                condition("", 3, 1_000).like(() -> new Model(3, 1_000, false)),
                condition("", 100, 10).like(() -> new Model(100, 10, false)),
                condition(", true", 3, 20).like(() -> new Model(3, 20, true)),
                condition(", false, true", 3, 20),
                condition(", true, true", 3, 20),
                condition("", 0, 0).like(() -> new Model(0, 0, false)),
                changing("").like(() -> new ChangingModel(false)),
                changing(", true").like(() -> new ChangingModel(true)),
                changing(", false, true"),
                changing(", true, true"));
    }

    private static WindowCase changing(String more) {
        return WindowCase.of("'as rows say'" + more).when("expression", AtMostAsRowsSay::new);
    }

    private static WindowCase condition(String more, int most, long millis) {
        return WindowCase.of("'as given'" + more).when("expression", state -> new AtMost(state, most, millis));
    }

    private WindowProbe probe(String more) {
        return new WindowProbe(factory(), condition(more, 2, 1_000), Columns.TS_AND_VALUE, true);
    }

    @Test
    void beginsTheNextBatchWithTheRowThatDoesNotFit() {
        // given
        WindowProbe window = probe("");

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 9).row(4, 4L, 9).row(5, 5L, 9);

        // then
        assertThat(window.emitted()).containsExactly("3: reset +1 +2", "5: -1 -2 reset +3 +4");
    }

    @Test
    void endsTheBatchWithTheRowThatDoesNotFitIfAsked() {
        // given
        WindowProbe window = probe(", true");

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 9).row(4, 4L, 9);

        // then
        assertThat(window.emitted()).containsExactly("3: reset +1 +2 +3");
    }

    @Test
    void letsRowsPassAtOnceIfAsked() {
        // given
        WindowProbe window = probe(", false, true");

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 9);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 -2 reset", "3: +3");
    }

    @Test
    void letsTheRowThatDoesNotFitPassBeforeItsBatchGoes() {
        // given
        WindowProbe window = probe(", true, true");

        // when
        window.row(1, 1L, 7).row(2, 2L, 8).row(3, 3L, 9).row(4, 4L, 9);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: +3", "3: -1 -2 -3 reset", "4: +4");
    }

    private WindowProbe changingProbe(String more) {
        return new WindowProbe(factory(), changing(more), Columns.TS_AND_VALUE, true);
    }

    @Test
    void makesBatchesOfTheRowsThatItHoldsWhenARowBringsAnotherCondition() {
        // given
        WindowProbe window = changingProbe("");

        // when
        window.row(1, 1L, 0).row(2, 2L, 0).row(3, 3L, 0).row(4, 4L, 5).row(5, 5L, 5);

        // then
        assertThat(window.emitted()).containsExactly("4: reset +1 +2", "5: -1 -2 reset +3 +4");
    }

    @Test
    void letsAllRowsGoThatItHasToldOfWhenAnotherConditionDividesThem() {
        // given
        WindowProbe window = changingProbe(", false, true");

        // when
        window.row(1, 1L, 0)
                .row(2, 2L, 0)
                .row(3, 3L, 0)
                .row(4, 4L, 5)
                .row(5, 5L, 5)
                .row(6, 6L, 5);

        // then
        assertThat(window.emitted())
                .containsExactly(
                        "1: +1", "2: +2", "3: +3", "4: -1 -2 -3 reset", "4: +4", "5: +5", "6: -4 -5 reset", "6: +6");
    }

    @Test
    void letsRowsStayThatItHasToldOfWhenAnotherConditionDoesNotDivideThem() {
        // given
        WindowProbe window = changingProbe(", false, true");

        // when
        window.row(1, 1L, 0).row(2, 2L, 0).row(3, 3L, 5).row(4, 4L, 5);

        // then
        assertThat(window.emitted()).containsExactly("1: +1", "2: +2", "3: -1 -2 reset", "3: +3", "4: +4");
    }

    /** Lists of rows, all of which are tried again with each new condition. */
    private static final class ChangingModel implements WindowModel {

        private final boolean isTriggerIncluded;
        private List<Row> batch = new ArrayList<>();
        private List<Row> last = List.of();
        private int most = -1;

        private ChangingModel(boolean isTriggerIncluded) {
            this.isTriggerIncluded = isTriggerIncluded;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (AtMostAsRowsSay.most(row) != most) {
                most = AtMostAsRowsSay.most(row);
                List<Row> again = batch;
                batch = new ArrayList<>();
                again.forEach(one -> take(one, out));
            }
            take(row, out);
        }

        private void take(Row row, WindowOutput out) {
            boolean holds = batch.size() < most;
            if (!holds && !isTriggerIncluded && !batch.isEmpty()) {
                close(out);
            }
            batch.add(row);
            if (!holds && isTriggerIncluded) {
                close(out);
            }
        }

        private void close(WindowOutput out) {
            last.forEach(out::expired);
            out.reset();
            batch.forEach(out::current);
            out.endStep();
            last = batch;
            batch = new ArrayList<>();
        }
    }

    /** Lists of rows. */
    private static final class Model implements WindowModel {

        private final int most;
        private final long millis;
        private final boolean isTriggerIncluded;
        private List<Row> batch = new ArrayList<>();
        private List<Row> last = List.of();

        private Model(int most, long millis, boolean isTriggerIncluded) {
            this.most = most;
            this.millis = millis;
            this.isTriggerIncluded = isTriggerIncluded;
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            Row first = batch.isEmpty() ? row : batch.get(0);
            boolean holds = batch.size() < most && row.timestamp() - first.timestamp() <= millis;
            if (!holds && !isTriggerIncluded && !batch.isEmpty()) {
                close(out);
            }
            batch.add(row);
            if (!holds && isTriggerIncluded) {
                close(out);
            }
        }

        private void close(WindowOutput out) {
            last.forEach(out::expired);
            out.reset();
            batch.forEach(out::current);
            out.endStep();
            last = batch;
            batch = new ArrayList<>();
        }
    }
}
