package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SavedRows;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.Stateful;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** A table in memory: rows in the order of arrival and the indexes over them. Used by the thread that owns the application. */
public final class MemoryTable implements RowSource, Stateful {

    private final String name;
    private final RowLayout layout;
    private final SymbolTable symbols;
    private final EvalContext context;
    private final StoredRows rows = new StoredRows();
    private final RowView cursor;

    // Set while the pipeline is compiled.
    private Optional<PrimaryKey> primaryKey = Optional.empty();
    private RowIndex[] indexes = new RowIndex[0];

    /**
     * An empty table without indexes.
     *
     * @param name of the table
     * @param layout of its rows
     * @param symbols what their codes mean
     * @param context for compiled keys
     */
    public MemoryTable(String name, RowLayout layout, SymbolTable symbols, EvalContext context) {
        this.name = name;
        this.layout = layout;
        this.symbols = symbols;
        this.context = context;
        this.cursor = newCursor();
    }

    /**
     * What no two rows have in common.
     *
     * @param index over the key
     * @param isSame whether two rows have the same key; needed when the index keeps hashes
     */
    public record PrimaryKey(EqualIndex index, RowPairPredicate isSame) {}

    /** Makes rows unique; before the first row. */
    public void primaryKey(PrimaryKey key) {
        primaryKey = Optional.of(key);
        addIndex(key.index());
    }

    /** Adds an index that is an {@link EqualIndex}; before the first row. */
    public void addIndex(EqualIndex index) {
        add(index);
    }

    /** Adds an index that is an {@link OrderedIndex}; before the first row. */
    public void addIndex(OrderedIndex index) {
        add(index);
    }

    private void add(RowIndex index) {
        indexes = Arrays.copyOf(indexes, indexes.length + 1);
        indexes[indexes.length - 1] = index;
    }

    /** An index that finds equal keys, by its place in the order of adding. */
    public EqualIndex equalIndex(int place) {
        return (EqualIndex) indexes[place];
    }

    /** An index that is an ordered index, by its place in the order of adding. */
    public OrderedIndex orderedIndex(int place) {
        return (OrderedIndex) indexes[place];
    }

    /** The table's name. */
    public String name() {
        return name;
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Bytes that the rows take outside the garbage-collected heap. */
    public long bytes() {
        return rows.bytes();
    }

    @Override
    public RowScan scan() {
        return new TableScan(rows, newCursor());
    }

    /** The rows, for look-ups. */
    StoredRows rows() {
        return rows;
    }

    /** A cursor on nothing yet. */
    RowView newCursor() {
        return new RowView(layout, symbols);
    }

    /** Copies a row into the table; false when its primary key is taken. */
    public boolean insert(RowView row) {
        if (primaryKey.isPresent() && isTaken(primaryKey.get(), row)) {
            return false;
        }
        add(row);
        return true;
    }

    /** Copies a row into the table, whose primary key, if there is one, is free; answers its slot. */
    public int add(RowView row) {
        int slot = rows.append(row);
        for (RowIndex index : indexes) {
            index.add(slot, row, context);
        }
        return slot;
    }

    /** Moves a cursor to the row of a slot. */
    public RowView show(int slot, RowView at) {
        return rows.show(slot, at);
    }

    /** Copies a row into the place of another; false when that would give two rows one primary key. */
    boolean replace(int slot, RowView row) {
        if (primaryKey.isPresent()) {
            PrimaryKey key = primaryKey.get();
            if (key.index().moves(slot, row, context) && isTaken(key, row)) {
                return false;
            }
        }
        rows.replace(slot, row);
        for (RowIndex index : indexes) {
            if (index.moves(slot, row, context)) {
                index.remove(slot);
                index.add(slot, row, context);
            }
        }
        return true;
    }

    /** Takes a row out. */
    public void remove(int slot) {
        for (RowIndex index : indexes) {
            index.remove(slot);
        }
        rows.remove(slot);
    }

    private boolean isTaken(PrimaryKey key, RowView row) {
        EqualIndex index = key.index();
        if (!index.key().read(row, context)) {
            return false;
        }
        int first = index.first(index.key().value());
        for (int slot = first; slot != EqualIndex.NONE; slot = index.next(slot, first)) {
            if (key.isSame().test(row, rows.show(slot, cursor), context)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String id() {
        return "table/" + name;
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeBits(layout.codedColumns());
        out.writeInt(rows.size());
        for (int slot = rows.first(); slot != StoredRows.NONE; slot = rows.next(slot)) {
            rows.show(slot, cursor);
            out.writeBytes(cursor.address(), cursor.length());
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        rows.clear();
        for (RowIndex index : indexes) {
            index.clear();
        }
        RowView row = newCursor();
        SavedRows saved = new SavedRows(layout, symbols);
        saved.savedWith(in.readBits());
        int count = in.readCount(layout.fixedLength());
        for (int i = 0; i < count; i++) {
            saved.read(in);
            if (!insert(row.wrap(saved.address()))) {
                throw new SnapshotMismatch("primary key of " + name, "twice", "once");
            }
        }
        // The rows that were read lie in its memory.
        Reference.reachabilityFence(saved);
    }

    @Override
    public void mark(BitSet symbols) {
        BitSet coded = layout.codedColumns();
        if (coded.isEmpty()) {
            return;
        }
        for (int slot = rows.first(); slot != StoredRows.NONE; slot = rows.next(slot)) {
            rows.show(slot, cursor);
            for (int column = coded.nextSetBit(0); column >= 0; column = coded.nextSetBit(column + 1)) {
                if (!cursor.isNull(column)) {
                    symbols.set((int) cursor.getLong(column));
                }
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("table ").append(name).append(' ').append(layout);
        primaryKey.ifPresent(key -> text.append(", primary key"));
        for (RowIndex index : indexes) {
            text.append(", ").append(index);
        }
        return text.toString();
    }
}
