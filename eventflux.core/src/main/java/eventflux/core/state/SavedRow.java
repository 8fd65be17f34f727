package eventflux.core.state;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.BitSet;

/** What containers of rows share: rows in snapshots, and the symbols that rows hold. */
public final class SavedRow {

    private SavedRow() {}

    /** Passes over a row written as it is, and answers its place in the reader's buffer. */
    public static int read(SnapshotReader in, RowLayout layout) {
        int at = in.readBytes();
        int length = in.lastLength();
        if (length < layout.fixedLength()) {
            throw new SnapshotMismatch("bytes of a row", length, "at least " + layout.fixedLength());
        }
        int own = in.buffer().getInt(at + RowLayout.LENGTH_OFFSET);
        if (own != length || length % Long.BYTES != 0) {
            throw new SnapshotMismatch("length of a row", own, length);
        }
        return at;
    }

    /** Marks the symbols of a row. */
    public static void mark(RowView row, BitSet symbols) {
        BitSet coded = row.layout().codedColumns();
        for (int column = coded.nextSetBit(0); column >= 0; column = coded.nextSetBit(column + 1)) {
            if (!row.isNull(column)) {
                symbols.set((int) row.getLong(column));
            }
        }
    }
}
