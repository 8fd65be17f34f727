package eventflux.core.state;

import eventflux.core.row.RowView;
import java.util.BitSet;

/** What keeps rows in blocks of an arena, and gives them back with its record. */
abstract class RowContainer implements StateComponent {

    /** Shows rows of the container; nobody else moves it. */
    final RowView cursor;
    /** The rows in snapshots. */
    final SavedRows saved;

    private final String name;

    RowContainer(String name, RowView cursor) {
        this.name = name;
        this.cursor = cursor;
        this.saved = new SavedRows(cursor.layout(), cursor.symbols());
    }

    /** Removes all rows. */
    public abstract void clear();

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void release() {
        clear();
    }

    @Override
    public final boolean holdsBlocks() {
        return true;
    }

    @Override
    public final BitSet coded() {
        return saved.coded();
    }

    @Override
    public final void savedWith(BitSet coded) {
        saved.savedWith(coded);
    }
}
