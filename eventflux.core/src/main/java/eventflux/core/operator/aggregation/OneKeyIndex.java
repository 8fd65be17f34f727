package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.KeyIndex;
import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.BitSet;

/** The index of an aggregation without groups: all rows have one key. */
public final class OneKeyIndex implements KeyIndex {

    // Written by the thread that owns the application.
    private int only = ABSENT;

    @Override
    public int find(RowView row, EvalContext context) {
        return only;
    }

    @Override
    public void insert(int slot) {
        only = slot;
    }

    @Override
    public void remove(int slot) {
        only = ABSENT;
    }

    @Override
    public void clear() {
        only = ABSENT;
    }

    @Override
    public void saveKey(int slot, SnapshotWriter out) {
        // There is nothing to tell keys apart by.
    }

    @Override
    public void restoreKey(int slot, SnapshotReader in) {
        insert(slot);
    }

    @Override
    public void markKey(int slot, BitSet symbols) {
        // The key holds no symbol.
    }
}
