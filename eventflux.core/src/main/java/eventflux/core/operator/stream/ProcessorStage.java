package eventflux.core.operator.stream;

import eventflux.api.event.Row;
import eventflux.api.spi.stream.AddedColumns;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;
import eventflux.core.state.SnapshotReader;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerTarget;
import java.util.Optional;

/** Runs a stream processor: hands it rows and alarms, and what it emits to the next stage. */
public final class ProcessorStage implements Stage, StreamOutput, TimerTarget, RecordHolder {

    private final StreamProcessor processor;
    private final Optional<KeyedTimer> timer;
    private final int order;
    private final ArgumentRow arguments;
    private final WiderRows rows;
    private final RecordPart state;
    private final AppClock clock;
    private final RowFailures failures;
    private final Stage next;

    // Written by the thread that owns the application: whether a row is under way, and whether it is one that leaves.
    private boolean isBegun;
    private boolean isLeaving;

    /**
     * A processor before {@code next}.
     *
     * @param parts the processor with what is its own
     * @param state what it remembers
     * @param clock the application's
     * @param failures takes what goes wrong behind it, and when its timer fires
     * @param next takes what it emits
     */
    public ProcessorStage(ProcessorParts parts, RecordPart state, AppClock clock, RowFailures failures, Stage next) {
        this.processor = parts.processor();
        this.timer = parts.timer();
        this.order = parts.order();
        this.arguments = parts.arguments();
        this.rows = parts.rows();
        this.state = state;
        this.clock = clock;
        this.failures = failures;
        this.next = next;
        timer.ifPresent(alarm -> alarm.target(this));
    }

    @Override
    public void current(RowView row) {
        start(false);
        processor.onRow(row, arguments.of(row), clock.now(), this);
    }

    @Override
    public void expired(RowView row) {
        start(true);
        processor.onExpired(row, arguments.of(row), clock.now(), this);
    }

    private void start(boolean ofExpired) {
        isBegun = false;
        isLeaving = ofExpired;
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (timer.isPresent() && timer.get().isDue(deadline, key)) {
            start(false);
            try {
                processor.onTimer(clock.now(), this);
            } catch (RuntimeException | Error e) {
                failures.failed(state.id(), RowFailures.TIMER, e);
            }
            endTimerStep();
        }
    }

    private void endTimerStep() {
        try {
            endStep();
        } catch (RuntimeException | Error e) {
            failures.failed(state.id(), RowFailures.TIMER, e);
        }
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public AddedColumns begin(Row row) {
        isBegun = true;
        return rows.begin((RowView) row);
    }

    // What goes wrong behind the processor must not come back through it: it would stop in the middle of telling.
    @Override
    public void emit() {
        if (!isBegun) {
            throw new IllegalStateException("a row is emitted that was not begun");
        }
        isBegun = false;
        RowView row = rows.end();
        try {
            if (isLeaving) {
                next.expired(row);
            } else {
                next.current(row);
            }
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), row, e);
        }
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        try {
            next.endStep();
        } finally {
            rows.clear();
        }
    }

    @Override
    public RecordPart record() {
        return state;
    }

    @Override
    public void restore(SnapshotReader in) {
        RecordHolder.super.restore(in);
        timer.ifPresent(alarm -> state.forEachRecord(alarm::requeue));
    }

    @Override
    public String toString() {
        return "processor " + processor.getClass().getName() + " of " + arguments + ", state " + id() + "\n" + next;
    }
}
