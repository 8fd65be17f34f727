package eventflux.core.row;

import eventflux.api.event.DataType;

/** One column of rows that are given by columns. Used by one thread at a time. */
abstract sealed class GivenColumn permits NumberColumn, TextColumn {

    static GivenColumn of(DataType type) {
        return type.compareTo(DataType.STRING) >= 0 ? new TextColumn() : new NumberColumn();
    }

    /** Whether there are values; a column without them is null. */
    abstract boolean isGiven();

    /** Forgets the values. */
    abstract void clear();

    /** Stores the values; in the rows, where they are texts. */
    abstract void store(RowGrid rows, int column);
}
