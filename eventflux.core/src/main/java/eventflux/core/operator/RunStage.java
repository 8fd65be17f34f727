package eventflux.core.operator;

import eventflux.core.row.RowView;

/** Before a window that goes by what comes together: the end of a step is the end of a run to it. */
public final class RunStage implements Stage {

    private final WindowStage window;

    /** Before {@code window}. */
    public RunStage(WindowStage window) {
        this.window = window;
    }

    @Override
    public void current(RowView row) {
        window.current(row);
    }

    @Override
    public void expired(RowView row) {
        window.expired(row);
    }

    @Override
    public void reset() {
        window.reset();
    }

    @Override
    public void endStep() {
        window.endRun();
    }

    @Override
    public String toString() {
        return "by runs, " + window;
    }
}
