package eventflux.core.operator;

import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/** Hands the rows that come into a window to somebody to whom those that leave are nothing. */
public final class ComingRows implements Stage {

    private final RunReceiver receiver;
    private final RowRun single = new RowRun();

    /** Rows for {@code receiver}, one by one. */
    public ComingRows(RunReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void current(RowView row) {
        receiver.receive(single.wrap(row));
    }

    @Override
    public void expired(RowView row) {
        // It has come before.
    }

    @Override
    public void reset() {
        // Nothing is counted here.
    }

    @Override
    public void endStep() {
        // Each row is a step of its own.
    }

    @Override
    public String toString() {
        return "rows as they come\n" + receiver;
    }
}
