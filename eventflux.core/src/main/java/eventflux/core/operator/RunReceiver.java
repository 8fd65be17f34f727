package eventflux.core.operator;

import eventflux.core.row.RowRun;

/** Takes runs of rows: a query, a callback, a sink. Called by the thread that owns the application; does not throw. */
@FunctionalInterface
public interface RunReceiver {

    /** Takes all rows of the run, in order. */
    void receive(RowRun run);
}
