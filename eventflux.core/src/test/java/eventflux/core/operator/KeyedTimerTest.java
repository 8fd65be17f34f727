package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerQueue;
import eventflux.core.time.TimerTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyedTimerTest {

    /** A clock, an alarm on it, and the times at which the alarm was due. */
    private static final class Bench implements TimerTarget {

        private final AppClock clock = new AppClock(now -> {});
        private final List<Long> due = new ArrayList<>();
        private final KeyedTimer timer;
        private final RecordPart record;
        private int reminders;

        Bench() {
            RecordStore store = new RecordStore();
            record = new RecordPart("record", store);
            OperatorState state =
                    record.state(new RowArena(), "", new RowLayout(RowSheet.schema("a int")), new SymbolTable());
            timer = new KeyedTimer(clock.timers(), store, state);
            timer.target(this);
            store.create();
        }

        @Override
        public int order() {
            return 0;
        }

        @Override
        public void onAlarm(long deadline, int key) {
            reminders++;
            if (timer.isDue(deadline, key)) {
                due.add(clock.now());
            }
        }
    }

    private final Bench bench = new Bench();

    private List<Long> dueUntil(long time) {
        bench.clock.advanceTo(time);
        return bench.due;
    }

    @Test
    void isDueOnceAtItsDeadline() {
        bench.timer.schedule(10);
        assertThat(bench.timer.isScheduled()).isTrue();

        assertThat(dueUntil(9)).isEmpty();
        assertThat(dueUntil(10)).containsExactly(10L);
        assertThat(bench.timer.isScheduled()).isFalse();
        assertThat(dueUntil(100)).containsExactly(10L);
    }

    @Test
    void isDueLaterWhenItWasMovedToLater() {
        bench.timer.schedule(10);
        bench.timer.schedule(30);

        assertThat(dueUntil(29)).isEmpty();
        assertThat(dueUntil(100)).containsExactly(30L);
    }

    @Test
    void isDueEarlierWhenItWasMovedToEarlier() {
        bench.timer.schedule(30);
        bench.timer.schedule(10);

        assertThat(dueUntil(100)).containsExactly(10L);
    }

    @Test
    void isNotDueWhenItWasCancelled() {
        bench.timer.schedule(10);
        bench.timer.cancel();

        assertThat(bench.timer.isScheduled()).isFalse();
        assertThat(dueUntil(100)).isEmpty();
    }

    @Test
    void isDueOnceWhenItWasCancelledAndSetToTheSameTimeAgain() {
        bench.timer.schedule(10);
        bench.timer.cancel();
        bench.timer.schedule(5);
        bench.timer.schedule(10);

        assertThat(dueUntil(100)).containsExactly(10L);
    }

    @Test
    void isDueAtOnceWhenItsDeadlineHasBeen() {
        bench.clock.advanceTo(50);
        bench.timer.schedule(10);

        assertThat(dueUntil(50)).containsExactly(50L);
    }

    @Test
    void isRemindedSeldomHoweverOftenItIsMovedOn() {
        for (long time = 0; time < 10_000; time++) {
            bench.clock.advanceTo(time);
            bench.timer.schedule(time + 100);
        }

        assertThat(dueUntil(20_000)).containsExactly(10_099L);
        assertThat(bench.reminders).isLessThan(110);
    }

    @Test
    void goesOnAfterARestore() {
        bench.timer.schedule(10);
        bench.timer.schedule(30);

        Bench restored = restored(bench);
        restored.clock.advanceTo(100);

        assertThat(restored.due).containsExactly(30L);
    }

    private static Bench restored(Bench from) {
        SnapshotWriter out = new SnapshotWriter();
        from.record.save(out);
        Bench restored = new Bench();
        restored.clock.reset(from.clock.now());
        restored.record.restore(new SnapshotReader(out.toBytes()));
        restored.timer.requeue();
        return restored;
    }

    @Test
    void agreesWithADeadlineInAVariableOverRandomMoves() {
        SplittableRandom random = new SplittableRandom(41);
        Bench present = bench;
        List<Long> due = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        long now = 0;
        long deadline = TimerQueue.NEVER;
        present.clock.advanceTo(now);
        for (int step = 0; step < 20_000; step++) {
            int choice = random.nextInt(10);
            if (choice < 5) {
                deadline = now + 1 + random.nextInt(30);
                present.timer.schedule(deadline);
            } else if (choice == 5) {
                deadline = TimerQueue.NEVER;
                present.timer.cancel();
            } else {
                now += random.nextInt(20);
                if (deadline <= now) {
                    expected.add(deadline);
                    deadline = TimerQueue.NEVER;
                }
                present.clock.advanceTo(now);
            }
            if (random.nextInt(50) == 0) {
                due.addAll(present.due);
                present = restored(present);
            }
            assertThat(present.timer.isScheduled()).isEqualTo(deadline != TimerQueue.NEVER);
        }
        due.addAll(present.due);
        assertThat(due).isEqualTo(expected);
    }
}
