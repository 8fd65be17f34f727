package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.table.AllCandidates;
import eventflux.core.operator.table.EqualIndex;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.BitSet;

/**
 * The groups of an aggregation: a table of their keys, which readers look groups up in by any of its columns, and an index by which
 * a row finds its group. The keys of a row that comes are made a row of the table first. A group is known by its slot in the table.
 * Used by the thread that owns the application.
 */
public final class GroupTable {

    /** There is no group. */
    static final int NONE = EqualIndex.NONE;

    private final MemoryTable table;
    private final KeyIndex index;
    private final RowProjection keys;
    private final RowBuilder builder;
    private final RowView asked;
    private final RowView row;
    private final AllCandidates all;

    /**
     * No groups yet.
     *
     * @param table of the keys, without primary key
     * @param index from rows of the table to slots
     * @param keys makes a row of the table of one that comes
     * @param symbols the application's
     */
    public GroupTable(MemoryTable table, KeyIndex index, RowProjection keys, SymbolTable symbols) {
        this.table = table;
        this.index = index;
        this.keys = keys;
        this.builder = new RowBuilder(new RowBatch(table.layout()), symbols);
        this.asked = new RowView(table.layout(), symbols);
        this.row = new RowView(table.layout(), symbols);
        this.all = new AllCandidates(table);
    }

    /** How the keys lie. */
    public RowLayout layout() {
        return table.layout();
    }

    /** The keys. */
    MemoryTable table() {
        return table;
    }

    /** The group of a row, a new one when its key has none. */
    int find(RowView event, EvalContext context) {
        try {
            builder.begin(0, 0);
            keys.project(event, context, builder);
            builder.commit();
            return of(asked.wrap(builder.batch()), context);
        } finally {
            builder.batch().clear();
        }
    }

    /** The group that has these keys, a new one when there is none. */
    int of(RowView group, EvalContext context) {
        int slot = index.find(group, context);
        if (slot == KeyIndex.ABSENT) {
            slot = table.add(group);
            index.insert(slot);
        }
        return slot;
    }

    /** The keys of a group; the same cursor each time. */
    RowView show(int slot) {
        return table.show(slot, row);
    }

    /** How many there are. */
    int size() {
        return table.size();
    }

    /** The group that came first, or {@link #NONE}; the others follow. */
    int first() {
        all.begin(null, null);
        return all.next();
    }

    /** The group that came after the one answered last, or {@link #NONE}; that one may be removed. */
    int next() {
        return all.next();
    }

    /** Forgets a group. */
    void remove(int slot) {
        index.remove(slot);
        table.remove(slot);
    }

    void save(SnapshotWriter out) {
        table.save(out);
        for (int slot = first(); slot != NONE; slot = next()) {
            index.saveKey(slot, out);
        }
    }

    /** Reads the groups, which have the first slots then, in the order in which they were saved. */
    void restore(SnapshotReader in) {
        index.clear();
        table.restore(in);
        for (int slot = first(); slot != NONE; slot = next()) {
            index.restoreKey(slot, in);
        }
    }

    void mark(BitSet symbols) {
        table.mark(symbols);
        for (int slot = first(); slot != NONE; slot = next()) {
            index.markKey(slot, symbols);
        }
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
