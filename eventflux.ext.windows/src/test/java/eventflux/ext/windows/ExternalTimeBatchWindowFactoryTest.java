package eventflux.ext.windows;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import eventflux.testkit.window.WindowModel;
import eventflux.testkit.window.WindowProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalTimeBatchWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new ExternalTimeBatchWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return List.of(
                WindowCase.of("ts, 10").like(() -> new Model(10, Model.FIRST_ROW, Model.NO_TIMEOUT)),
                WindowCase.of("ts, 1").like(() -> new Model(1, Model.FIRST_ROW, Model.NO_TIMEOUT)),
                WindowCase.of("ts, 20, 0").like(() -> new Model(20, 0, Model.NO_TIMEOUT)),
                WindowCase.of("ts, 20, 5007").like(() -> new Model(20, 7, Model.NO_TIMEOUT)),
                WindowCase.of("ts, 20, ts").like(() -> new Model(20, Model.FIRST_ROW, Model.NO_TIMEOUT)),
                WindowCase.of("ts, 40, 0, 7").like(() -> new Model(40, 0, 7)),
                WindowCase.of("ts, 30, 3, 30 ms").like(() -> new Model(30, 3, 30)),
                WindowCase.of("ts, 40, 0, 7, true").like(() -> new Model(40, 0, 7)));
    }

    @Test
    void emitsTheBatchWhenARowOfALaterBatchComes() {
        // given
        WindowProbe window = new WindowProbe(factory(), "ts, 10, 0", Columns.TS_AND_VALUE);

        // when
        window.row(1, 101L, 1).row(2, 109L, 2).row(3, 110L, 3).row(4, 155L, 4);

        // then
        assertThat(window.emitted()).containsExactly("3: reset +1 +2", "4: -1 -2 reset +3");
    }

    @Test
    void takesALateRowIntoTheOpenBatch() {
        // given
        WindowProbe window = new WindowProbe(factory(), "ts, 10", Columns.TS_AND_VALUE);

        // when
        window.row(1, 100L, 1).row(2, 112L, 2).row(3, 103L, 3).row(4, 120L, 4);

        // then
        assertThat(window.emitted()).containsExactly("2: reset +1", "4: -1 reset +2 +3");
    }

    @Test
    void tellsOfABatchAgainWithTheRowsThatComeAfterTheTimeout() {
        // given
        WindowProbe window = new WindowProbe(factory(), "ts, 10, 0, 5 sec", Columns.TS_AND_VALUE);

        // when
        window.row(0, 101L, 1).advanceTo(6_000).row(7_000, 105L, 2).row(7_001, 112L, 3);

        // then
        assertThat(window.emitted()).containsExactly("5000: reset +1", "7001: -1 reset +1 +2");
    }

    @Test
    void emitsNothingForABatchThatWasToldCompletely() {
        // given
        WindowProbe window = new WindowProbe(factory(), "ts, 10, 0, 5 sec", Columns.TS_AND_VALUE);

        // when
        window.row(0, 101L, 1).advanceTo(6_000).row(7_000, 112L, 2).advanceTo(20_000);

        // then
        assertThat(window.emitted()).containsExactly("5000: reset +1", "12000: -1 reset +2");
    }

    /** A batch is a list of rows; every row remembers when it has to be told at the latest. */
    private static final class Model implements WindowModel {

        static final long FIRST_ROW = -1;
        static final long NO_TIMEOUT = 1_000_000;

        private final long period;
        private final long timeout;
        private long origin;
        private long batchOfOpen = Long.MIN_VALUE;
        private List<Row> told = new ArrayList<>(); // what was told last
        private boolean isToldOpen; // whether that was the open batch
        private List<Row> untold = new ArrayList<>();
        private long latest;

        private Model(long period, long origin, long timeout) {
            this.period = period;
            this.origin = origin;
            this.timeout = timeout;
        }

        @Override
        public void onMillisecond(long now, WindowOutput out) {
            if (!untold.isEmpty() && now == latest) {
                tell(out);
                isToldOpen = true;
            }
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (origin == FIRST_ROW) {
                origin = Columns.ts(row);
            }
            long batch = Math.floorDiv(Columns.ts(row) - origin, period);
            if (batch > batchOfOpen) {
                tell(out);
                isToldOpen = false;
                batchOfOpen = batch;
            }
            if (untold.isEmpty()) {
                latest = now + timeout;
            }
            untold.add(row);
        }

        private void tell(WindowOutput out) {
            if (untold.isEmpty()) {
                return;
            }
            told.forEach(out::expired);
            out.reset();
            List<Row> batch = isToldOpen ? new ArrayList<>(told) : new ArrayList<>();
            batch.addAll(untold);
            batch.forEach(out::current);
            told = batch;
            untold = new ArrayList<>();
        }
    }
}
