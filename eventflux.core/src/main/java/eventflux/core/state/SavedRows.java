package eventflux.core.state;

import eventflux.core.row.PrunedRows;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * The rows of one container in snapshots. Which of their texts are codes depends on all queries of an application, so they may lie
 * otherwise than the container's own, when a text was changed meanwhile: they are rewritten then. Columns that the container's layout
 * leaves out are null in a snapshot, and read from none, so that it may come to leave out more. Used by the thread that owns the
 * application.
 */
public final class SavedRows {

    private final RowLayout layout;
    private final SymbolTable symbols;
    private final Pruned pruned; // null when the container's layout leaves nothing out
    private final RowBatch read;
    // All fields below are written by the thread that owns the application.
    private Rewriter rewriter; // null while saved rows lie as the container's do
    private long address;
    private int length;

    /** For a container whose rows have a layout. */
    public SavedRows(RowLayout layout, SymbolTable symbols) {
        this.layout = layout;
        this.symbols = symbols;
        this.pruned = layout.isWhole() ? null : new Pruned();
        this.read = new RowBatch(layout.whole());
    }

    /** The columns that are codes. */
    public BitSet coded() {
        return layout.codedColumns();
    }

    /** Says which columns were codes when the rows that come next were saved. */
    public void savedWith(BitSet coded) {
        rewriter = coded.equals(layout.codedColumns())
                ? null
                : new Rewriter(new RowLayout(layout.schema(), requireTexts(coded)));
    }

    private BitSet requireTexts(BitSet coded) {
        for (int column = coded.nextSetBit(0); column >= 0; column = coded.nextSetBit(column + 1)) {
            if (column >= layout.columns() || !layout.isText(column)) {
                throw new SnapshotMismatch("coded column", column, layout.schema());
            }
        }
        return coded;
    }

    /** Writes a row. */
    public void write(RowView row, SnapshotWriter out) {
        if (pruned == null) {
            out.writeBytes(row.address(), row.length());
        } else {
            pruned.write(row, out);
        }
    }

    /** Reads a row; it lies at the {@link #address} until the next is read. */
    public void read(SnapshotReader in) {
        int at = in.readBytes();
        int bytes = in.lastLength();
        int fewest = layout.whole().fixedLength();
        if (bytes < fewest) {
            throw new SnapshotMismatch("bytes of a row", bytes, "at least " + fewest);
        }
        int own = in.buffer().getInt(at + RowLayout.LENGTH_OFFSET);
        if (own != bytes || bytes % Long.BYTES != 0) {
            throw new SnapshotMismatch("length of a row", own, bytes);
        }
        // A snapshot lies in the garbage-collected heap, rows do not.
        read.clear();
        read.append(in.buffer().byteArray(), at, bytes);
        address = read.begin();
        length = bytes;
        if (rewriter != null) {
            rewriter.rewrite();
        }
        if (pruned != null) {
            pruned.prune();
        }
    }

    /** Where the row that was read lies. */
    public long address() {
        return address;
    }

    /** Its length. */
    public int length() {
        return length;
    }

    /** Its time. */
    public long timestamp() {
        return UnsafeApi.getLong(address + RowLayout.TIMESTAMP_OFFSET);
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

    private void readFrom(RowView row) {
        address = row.address();
        length = row.length();
    }

    /** Makes whole rows of the container's of rows that lie otherwise. */
    private final class Rewriter {

        private final RowView row;
        private final RowBuilder own = new RowBuilder(new RowBatch(layout.whole()), symbols);
        private final RowView rewritten = new RowView(layout.whole(), symbols);

        Rewriter(RowLayout before) {
            row = new RowView(before, symbols);
        }

        void rewrite() {
            readFrom(rewritten(row.wrap(address)));
        }

        RowView rewritten(RowView from) {
            own.batch().clear();
            own.begin(from.timestamp(), from.flags());
            for (int column = 0; column < layout.columns(); column++) {
                if (from.isNull(column)) {
                    own.putNull(column);
                } else if (layout.isText(column)) {
                    own.copyText(column, from, column);
                } else {
                    own.putLong(column, from.getLong(column));
                }
            }
            own.commit();
            return rewritten.wrap(own.batch());
        }
    }

    /** Rows of a layout that leaves columns out. */
    private final class Pruned {

        private final Rewriter widening = new Rewriter(layout);
        private final RowView row = new RowView(layout.whole(), symbols);
        private final PrunedRows rows = new PrunedRows(layout, symbols);

        void write(RowView from, SnapshotWriter out) {
            RowView all = widening.rewritten(from);
            out.writeBytes(all.address(), all.length());
        }

        void prune() {
            rows.clear();
            readFrom(rows.append(row.wrap(address)));
        }
    }
}
