package eventflux.core.operator.index;

/** Readers by the values of one column. Used by the thread that owns the application. */
public sealed interface ColumnIndex permits IntervalIndex, TextIndex {

    /** Marks the readers that the row at an address may concern. */
    void find(long row, ReaderMarks marks);
}
