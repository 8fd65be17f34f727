package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowOutput;
import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.time.AppClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A window of ten milliseconds and a sum behind it; a row of value 13 fails in the window, a total of -99 behind it. */
class WindowStageTest {

    private static final long BAD_TOTAL = -99;
    private static final long BAD_VALUE = 13;

    private static final class Bench {

        private final SumByKey sum = new SumByKey(new EmittedRows(true, true), BAD_TOTAL);
        private final AppClock clock = new AppClock(sum.context::now);
        private final WindowStage stage;
        private final QueryEntry entry;

        Bench() {
            RecordStore store = new RecordStore();
            RecordPart part = new RecordPart("window", store);
            OperatorState state = part.state(new RowArena(), "", sum.input, sum.symbols);
            KeyedTimer timer = new KeyedTimer(clock.timers(), store, state);
            Window window = new TenMillis(state.rowQueue("rows"), timer);
            stage = new WindowStage(
                    new WindowParts(window, timer, 0),
                    part,
                    clock,
                    sum.failures(),
                    new SlidingAggregateStage(sum.selection, sum.context, sum.output));
            store.create();
            entry = new QueryEntry(
                    "query", new RunCursor(new RowView(sum.input, sum.symbols)), stage, true, sum.failures());
        }

        void send(long time, long key, long value) {
            clock.advanceTo(time);
            RowView row = sum.row(time, key, value);
            entry.receive(new RowRun().wrap(row));
        }
    }

    private record TenMillis(RowQueue rows, KeyedTimer timer) implements Window {

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (row.getLong(1) == BAD_VALUE) {
                throw new IllegalStateException("the window fails");
            }
            rows.append(row);
            if (!timer.isScheduled()) {
                timer.schedule(row.timestamp() + 10);
            }
            out.current(row);
        }

        @Override
        public void onTimer(long now, WindowOutput out) {
            for (Row row = rows.first(); row != null && row.timestamp() + 10 <= now; row = rows.first()) {
                boolean fails = row.getLong(1) == 666;
                out.expired(row);
                rows.removeFirst();
                if (fails) {
                    throw new IllegalStateException("the timer fails");
                }
            }
            Row first = rows.first();
            if (first != null) {
                timer.schedule(first.timestamp() + 10);
            }
        }
    }

    private final Bench bench = new Bench();

    @Test
    void showsTheTimeOfLeavingOnRowsThatLeave() {
        bench.send(1, 10, 5);
        bench.send(4, 10, 6);
        bench.clock.advanceTo(100);

        assertThat(bench.sum.steps)
                .containsExactly(
                        List.of("@1[10, 5]"), List.of("@4[10, 11]"), List.of("-@11[10, 6]"), List.of("-@14[10, 0]"));
    }

    @Test
    void goesOnWhenWhatStandsBehindTheWindowFails() {
        bench.send(1, 10, 5);
        bench.send(2, 10, BAD_TOTAL - 5);
        bench.send(3, 20, 1);
        bench.clock.advanceTo(12);
        bench.clock.advanceTo(100);

        assertThat(bench.sum.failed).containsExactly("window @2[10, -104] bad total");
        assertThat(bench.sum.steps)
                .containsExactly(
                        List.of("@1[10, 5]"),
                        List.of("@3[20, 1]"),
                        List.of("-@11[10, -104]"),
                        List.of("-@12[10, 0]"),
                        List.of("-@13[20, 0]"));
    }

    @Test
    void takesOutARowThatFailsBehindTheWindowAsItLeaves() {
        bench.send(1, 10, 5);
        bench.send(2, 10, BAD_TOTAL);
        bench.clock.advanceTo(100);

        assertThat(bench.sum.failed).containsExactly("window @11[10, 5] bad total");
        assertThat(bench.sum.steps)
                .containsExactly(List.of("@1[10, 5]"), List.of("@2[10, -94]"), List.of("-@12[10, 0]"));
        assertThat(bench.sum.groupCount()).isZero();
    }

    @Test
    void goesOnWithTheNextRowWhenTheWindowItselfFails() {
        bench.send(1, 10, 5);
        bench.send(2, 10, BAD_VALUE);
        bench.send(3, 10, 7);

        assertThat(bench.sum.failed).containsExactly("query @2[10, 13] the window fails");
        assertThat(bench.sum.steps).containsExactly(List.of("@1[10, 5]"), List.of("@3[10, 12]"));
    }

    @Test
    void handsOnWhatATimerToldOfBeforeItFailed() {
        bench.send(1, 10, 666);
        bench.send(2, 20, 1);

        bench.clock.advanceTo(11);

        assertThat(bench.sum.failed).containsExactly("window null the timer fails");
        assertThat(bench.sum.steps).endsWith(List.of("-@11[10, 0]"));
    }

    @Test
    void goesOnAfterARestoreWhereItWas() {
        bench.send(1, 10, 5);
        SnapshotWriter out = new SnapshotWriter();
        bench.stage.save(out);
        bench.sum.groups.save(out);

        Bench restored = new Bench();
        restored.clock.reset(1);
        SnapshotReader in = new SnapshotReader(out.toBytes());
        restored.stage.restore(in);
        restored.sum.groups.restore(in);
        restored.send(20, 10, 1);

        assertThat(restored.sum.steps).containsExactly(List.of("-@11[10, 0]"), List.of("@20[10, 1]"));
    }
}
