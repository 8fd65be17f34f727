package eventflux.core.row;

import org.agrona.UnsafeApi;

/**
 * Goes over the rows of a run. Compiled code asks where a row lies; whoever needs more asks for the row. After an exception it goes on
 * behind the row at hand, to which end rows that were marked are marked anew. Used by the thread that owns the application.
 */
public final class RunCursor {

    private static final int LEAST_TO_MARK = 4;

    private final RowView row;
    private long base;
    private long address;
    private long next;
    private long end;
    private int pitch;
    private boolean isShown;
    private int count;
    // The places of rows that are marked, how many there are, and which one comes next.
    private int[] marked = new int[0];
    private int marks;
    private int nextMark;

    /** Moves a cursor of its own. */
    public RunCursor(RowView row) {
        this.row = row;
    }

    /** Begins before the first row of a run. */
    public void begin(RowRun run) {
        base = run.begin();
        next = base;
        end = run.end();
        pitch = run.pitch();
        count = run.count();
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

    /** Where the places of rows go that are marked, counted from {@link #base}; null when it is not worth while to mark rows. */
    public int[] marks() {
        if (count < LEAST_TO_MARK) {
            return null;
        }
        if (marked.length < count) {
            marked = new int[count];
        }
        return marked;
    }

    /** How many rows the run has. */
    public int count() {
        return count;
    }

    /** Where places are counted from. */
    public long base() {
        return base;
    }

    /** Where the next row lies; the end when there is none. */
    public long rest() {
        return next;
    }

    /** Where the last row ends. */
    public long end() {
        return end;
    }

    /** The length of every row, or 0 when they differ. */
    public int pitch() {
        return pitch;
    }

    /** Says how many rows are marked, among all that were left. */
    public void marked(int rows) {
        marks = rows;
        nextMark = 0;
    }

    /** Moves to the next row that is marked; answers whether there is one. */
    public boolean nextMarked() {
        if (nextMark == marks) {
            next = end;
            return false;
        }
        address = base + marked[nextMark++];
        next = address + RowLayout.length(address, pitch);
        isShown = false;
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
            row.wrap(address);
            isShown = true;
        }
        return row;
    }
}
