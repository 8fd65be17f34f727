package eventflux.core.operator;

import eventflux.core.row.RowView;

/** Before a window whose steps are not those of the rows that come: it goes by runs, or ends its steps itself. */
public final class WindowEntry implements Stage {

    private final WindowStage window;

    /** Before {@code window}. */
    public WindowEntry(WindowStage window) {
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
        return window.toString();
    }
}
