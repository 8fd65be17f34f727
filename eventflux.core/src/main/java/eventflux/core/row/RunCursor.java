package eventflux.core.row;

import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Goes over the rows of a run. Compiled code asks where a row lies; whoever needs more asks for the row. After an exception it goes on
 * behind the row at hand. Used by the thread that owns the application.
 */
public final class RunCursor {

    private final RowView row;
    private UnsafeBuffer buffer;
    private long address;
    private long next;
    private long end;
    private int pitch;
    private boolean isShown;

    /** Moves a cursor of its own. */
    public RunCursor(RowView row) {
        this.row = row;
    }

    /** Begins before the first row of a run. */
    public void begin(RowRun run) {
        if (buffer != run.buffer()) {
            buffer = run.buffer();
        }
        next = run.address();
        end = run.endAddress();
        pitch = run.pitch();
    }

    /** Moves to the next row; answers whether there is one. */
    public boolean next() {
        long at = next;
        if (at >= end) {
            return false;
        }
        address = at;
        isShown = false;
        next = at + RowLayout.length(at, pitch);
        return true;
    }

    /** Where the row at hand lies. */
    public long address() {
        return address;
    }

    /** The time of the row at hand. */
    public long timestamp() {
        return UnsafeApi.getLong(address + RowLayout.TIMESTAMP_OFFSET);
    }

    /** The row at hand; the same object for all rows. */
    public RowView row() {
        if (!isShown) {
            row.wrap(buffer, (int) (address - buffer.addressOffset()), address);
            isShown = true;
        }
        return row;
    }
}
