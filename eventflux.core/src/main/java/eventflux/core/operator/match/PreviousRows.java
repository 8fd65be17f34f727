package eventflux.core.operator.match;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordCells;
import eventflux.core.state.SavedRows;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.StateComponent;
import java.util.BitSet;
import java.util.List;

/**
 * Puts values of the rows before it beside those of a row, for the present key: each further column is a copy of a column of the row
 * before, which may itself be a further one. Used by the thread that owns the application.
 */
final class PreviousRows implements StateComponent {

    private final int own;
    private final List<Integer> copied;
    private final RowArena arena;
    private final RecordCells cells;
    private final RowBuilder builder;
    private final RowView extended;
    private final RowView before;
    private final SavedRows saved;

    /**
     * Rows with further columns.
     *
     * @param own how many columns a row has itself
     * @param copied for each further column, the column of the extended row before it
     * @param layout of the extended rows
     */
    PreviousRows(
            int own, List<Integer> copied, OperatorState state, RowArena arena, RowLayout layout, SymbolTable symbols) {
        this.own = own;
        this.copied = List.copyOf(copied);
        this.arena = arena;
        this.cells = state.cells(1);
        this.builder = new RowBuilder(new RowBatch(layout), symbols);
        this.extended = new RowView(layout, symbols);
        this.before = new RowView(layout, symbols);
        this.saved = new SavedRows(layout, symbols);
        state.add(this);
    }

    /** The row with its further columns, good until the next one. */
    RowView extend(RowView row) {
        boolean isFirst = cells.get(0) == RowArena.NONE;
        RowView last = isFirst ? null : before();
        RowBatch batch = builder.batch();
        batch.clear();
        builder.begin(row.timestamp(), 0);
        for (int column = 0; column < own; column++) {
            copy(row, column, column);
        }
        for (int i = 0; i < copied.size(); i++) {
            if (isFirst) {
                builder.putNull(own + i);
            } else {
                copy(last, copied.get(i), own + i);
            }
        }
        builder.commit();
        release();
        keep(batch.begin(), batch.length());
        return extended.wrap(batch);
    }

    private void copy(RowView from, int column, int to) {
        if (from.isNull(column)) {
            builder.putNull(to);
        } else if (builder.layout().isText(to)) {
            builder.copyText(to, from, column);
        } else {
            builder.putLong(to, from.getLong(column));
        }
    }

    private RowView before() {
        return before.wrap(cells.get(0));
    }

    private void keep(long row, int length) {
        long block = arena.allocate(length);
        RowMemory.copy(row, block, length);
        cells.set(0, block);
    }

    @Override
    public String name() {
        return "previous";
    }

    @Override
    public void initialize() {
        cells.set(0, RowArena.NONE);
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void release() {
        if (cells.get(0) != RowArena.NONE) {
            arena.release(cells.get(0), before().length());
            cells.set(0, RowArena.NONE);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        if (cells.get(0) != RowArena.NONE) {
            SavedRows.mark(before(), symbols);
        }
    }

    @Override
    public BitSet coded() {
        return saved.coded();
    }

    @Override
    public void savedWith(BitSet coded) {
        saved.savedWith(coded);
    }

    @Override
    public void save(SnapshotWriter out) {
        boolean isThere = cells.get(0) != RowArena.NONE;
        out.writeInt(isThere ? 1 : 0);
        if (isThere) {
            RowView row = before();
            out.writeBytes(row.address(), row.length());
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        release();
        if (in.readInt() != 0) {
            saved.read(in);
            keep(saved.address(), saved.length());
        }
    }
}
