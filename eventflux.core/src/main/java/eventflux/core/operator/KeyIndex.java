package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.BitSet;

/** From group keys to slots of a record store. Used by the thread that owns the application. */
public interface KeyIndex {

    /** There is no such key. */
    int ABSENT = -1;

    /** The slot of a row's key, or {@link #ABSENT}; the key is kept for {@link #insert}. */
    int find(RowView row, EvalContext context);

    /** The slot of a key that fits a long, or {@link #ABSENT}, as for each where keys do not; nothing is kept. */
    default int slotOf(long key) {
        return ABSENT;
    }

    /** Gives the key that {@link #find} did not find a slot. */
    void insert(int slot);

    /** Forgets the key of a slot. */
    void remove(int slot);

    /** Forgets all keys. */
    void clear();

    /** Writes the key of a slot. */
    void saveKey(int slot, SnapshotWriter out);

    /** Reads a key and gives it a slot. */
    void restoreKey(int slot, SnapshotReader in);

    /** Marks the symbols that the key of a slot holds. */
    void markKey(int slot, BitSet symbols);
}
