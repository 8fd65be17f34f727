package eventflux.core.operator.output;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowView;

/** Rows held back until they are due; of the present key. Used by the thread that owns the application. */
public interface Holding {

    /** A row has come. */
    void take(RowView row);

    /** Writes what is due, and keeps or forgets it. */
    void release(RowBatch out);

    /** Whether a release would write nothing. */
    boolean isEmpty();
}
