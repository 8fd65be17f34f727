package eventflux.core.row;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Goes over the rows of a run with one cursor. After an exception it goes on behind the row at hand. Used by the thread that
 * owns the application.
 */
public final class RunCursor {

    private final RowView row;
    private UnsafeBuffer buffer;
    private int next;
    private int end;
    private int pitch;

    /** Moves a cursor of its own. */
    public RunCursor(RowView row) {
        this.row = row;
    }

    /** Begins before the first row of a run. */
    public void begin(RowRun run) {
        if (buffer != run.buffer()) {
            buffer = run.buffer();
        }
        next = run.offset();
        end = run.end();
        pitch = run.pitch();
    }

    /** Moves to the next row; answers whether there is one. */
    public boolean next() {
        int at = next;
        if (at >= end) {
            return false;
        }
        row.wrap(buffer, at);
        next = at + (pitch != 0 ? pitch : row.length());
        return true;
    }

    /** The row at hand; the same object for all rows. */
    public RowView row() {
        return row;
    }
}
