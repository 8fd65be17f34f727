package eventflux.core.operator.table;

/** Finds the rows whose key equals a value. */
public sealed interface EqualIndex extends RowIndex permits CodeIndex, HashIndex {

    /** There is no row. */
    int NONE = -1;

    /** The key of the rows. */
    RowKey key();

    /** The first row of a key, or {@link #NONE}. */
    int first(long value);

    /** The row of the same key after a row, or {@link #NONE} after the last one. */
    int next(int slot, int first);
}
