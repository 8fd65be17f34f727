package eventflux.core.operator;

import eventflux.api.event.Row;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowOutput;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SingleRecord;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.Stateful;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerTarget;
import java.util.BitSet;

/** Runs a window: hands it rows and alarms, and what it emits to the next stage. */
public final class WindowStage implements Stage, WindowOutput, TimerTarget, Stateful {

    private final Window window;
    private final KeyedTimer timer;
    private final SingleRecord state;
    private final AppClock clock;
    private final int order;
    private final Stage next;

    /**
     * A window before {@code next}.
     *
     * @param parts the window with its timer
     * @param id of its state, from the plan
     * @param store its records; complete
     * @param clock the application's
     * @param next takes what it emits
     */
    public WindowStage(WindowParts parts, String id, RecordStore store, AppClock clock, Stage next) {
        this.window = parts.window();
        this.timer = parts.timer();
        this.order = parts.order();
        this.state = new SingleRecord(id, store);
        this.clock = clock;
        this.next = next;
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
        if (timer.isDue(deadline)) {
            window.onTimer(clock.now(), this);
            next.endStep();
        }
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public void current(Row row) {
        next.current((RowView) row);
    }

    @Override
    public void expired(Row row) {
        RowView view = (RowView) row;
        long own = view.timestamp();
        view.timestamp(clock.now());
        next.expired(view);
        view.timestamp(own);
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        next.endStep();
    }

    @Override
    public String id() {
        return state.id();
    }

    @Override
    public void save(SnapshotWriter out) {
        state.save(out);
    }

    @Override
    public void restore(SnapshotReader in) {
        state.restore(in);
        timer.requeue();
    }

    @Override
    public void mark(BitSet symbols) {
        state.mark(symbols);
    }
}
