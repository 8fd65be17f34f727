package eventflux.core.operator;

import eventflux.core.row.RowLayout;

/** The rows that a query gives, as those see them who take them. Used by the thread that owns the application. */
public interface WatchedOutput {

    /** The layout of the rows. */
    RowLayout layout();

    /** How many rows there have been. */
    long emitted();

    /** Adds a receiver after the others. */
    void add(RunReceiver receiver);

    /** Adds a receiver that sees a step before the target stream does. */
    void addFirst(RunReceiver receiver);

    /** Takes a receiver away. */
    void remove(RunReceiver receiver);
}
