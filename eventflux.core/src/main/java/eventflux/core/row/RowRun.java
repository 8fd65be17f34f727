package eventflux.core.row;

/**
 * Rows that lie one after another in somebody's memory: a batch, a message of a ring, one row of either. Moved by {@link
 * #wrap}; valid during the call that hands it over. Written by the thread that owns the application.
 */
public final class RowRun {

    private long begin;
    private long end;
    private int count;
    private int pitch;

    /** Moves to rows whose lengths may differ, and that lie in so many bytes from an address on. */
    public RowRun wrap(long address, int length, int rows) {
        begin = address;
        end = address + length;
        count = rows;
        pitch = rows == 1 ? length : 0;
        return this;
    }

    /** Moves to one row. */
    public RowRun wrap(RowView row) {
        return wrap(row.address(), row.length(), 1);
    }

    /** Moves to all rows of a batch. */
    public RowRun wrap(RowBatch batch) {
        wrap(batch.begin(), batch.length(), batch.count());
        pitch = batch.pitch();
        return this;
    }

    /** The length of every row, or 0 when they differ. */
    public int pitch() {
        return pitch;
    }

    /** Where the first row lies; good until a batch that it is in is cleared. */
    public long begin() {
        return begin;
    }

    /** Where the last row ends. */
    public long end() {
        return end;
    }

    /** Bytes of all rows. */
    public int length() {
        return (int) (end - begin);
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }
}
