package eventflux.core.operator;

import eventflux.api.event.Row;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;
import eventflux.core.state.SnapshotReader;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerTarget;
import java.util.function.BiConsumer;

/** Runs a window: hands it rows and alarms, and what it emits to the next stage. */
public final class WindowStage implements Stage, WindowOutput, TimerTarget, RecordHolder {

    private final Window window;
    private final KeyedTimer timer;
    private final RecordPart state;
    private final AppClock clock;
    private final RowFailures failures;
    private final int order;
    private final Stage next;
    private final boolean tellsExpired;
    private final boolean isFolding;

    /**
     * A window before {@code next}.
     *
     * @param parts the window with its timer
     * @param state what it remembers
     * @param clock the application's
     * @param failures takes what goes wrong when a timer fires
     * @param next takes what it emits
     */
    public WindowStage(WindowParts parts, RecordPart state, AppClock clock, RowFailures failures, Stage next) {
        this.window = parts.window();
        this.timer = parts.timer();
        this.order = parts.order();
        this.state = state;
        this.clock = clock;
        this.failures = failures;
        this.next = next;
        this.tellsExpired = next.takesExpired();
        this.isFolding = window.mode() == WindowMode.FOLDING;
        timer.target(this);
    }

    @Override
    public void current(RowView row) {
        window.onRow(row, clock.now(), this);
    }

    @Override
    public void expired(RowView row) {
        throw new IllegalStateException("rows do not expire before a window");
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (timer.isDue(deadline, key)) {
            try {
                window.onTimer(clock.now(), this);
            } catch (RuntimeException | Error e) {
                failures.failed(state.id(), RowFailures.TIMER, e);
            }
            endCall();
        }
    }

    /** The rows that came together have all been handed over. */
    void endRun() {
        if (!window.goesByRuns()) {
            return;
        }
        try {
            window.onRunEnd(clock.now(), this);
        } catch (RuntimeException | Error e) {
            failures.failed(state.id(), RowFailures.STEP, e);
        }
        endCall();
    }

    // What a call of the window has told of is a step, unless the window ends its steps itself.
    private void endCall() {
        if (!isFolding) {
            endStep();
        }
    }

    @Override
    public int order() {
        return order;
    }

    // What goes wrong behind the window must not come back through it: it would stop in the middle of telling.
    @Override
    public void current(Row row) {
        RowView view = (RowView) row;
        try {
            next.current(view);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), view, e);
        }
    }

    @Override
    public void held(Row row) {
        tell((RowView) row, Stage::held);
    }

    @Override
    public void released(Row row) {
        RowView view = (RowView) row;
        long own = view.timestamp();
        view.timestamp(clock.now());
        tell(view, Stage::released);
        view.timestamp(own);
    }

    @Override
    public void forgotten(Row row) {
        tell((RowView) row, Stage::forgotten);
    }

    private void tell(RowView row, BiConsumer<Stage, RowView> what) {
        try {
            what.accept(next, row);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), row, e);
        }
    }

    @Override
    public void expired(Row row) {
        expired(row, clock.now());
    }

    @Override
    public void expired(Row row, long at) {
        if (!tellsExpired) {
            return;
        }
        RowView view = (RowView) row;
        long own = view.timestamp();
        view.timestamp(at);
        try {
            next.expired(view);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), view, e);
        }
        view.timestamp(own);
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        try {
            next.endStep();
        } catch (RuntimeException | Error e) {
            failures.failed(state.id(), RowFailures.STEP, e);
        }
    }

    @Override
    public RecordPart record() {
        return state;
    }

    @Override
    public void restore(SnapshotReader in) {
        RecordHolder.super.restore(in);
        state.forEachRecord(timer::requeue);
    }

    @Override
    public String toString() {
        return "window " + window.getClass().getName() + " " + window.mode() + ", state " + id() + "\n" + next;
    }
}
