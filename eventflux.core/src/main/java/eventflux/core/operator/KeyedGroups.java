package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.BitSet;

/** Groups by key: a record each, found through an index. Used by the thread that owns the application. */
public final class KeyedGroups implements Groups {

    private final String id;
    private final RecordStore store;
    private final KeyIndex index;
    private final GroupLife life;

    // All fields below are written by the thread that owns the application.
    private int selected;

    /**
     * No groups yet.
     *
     * @param id of the state, from the plan
     * @param store the records; complete
     * @param index from keys to slots
     * @param life how groups begin anew and end
     */
    public KeyedGroups(String id, RecordStore store, KeyIndex index, GroupLife life) {
        this.id = id;
        this.store = store;
        this.index = index;
        this.life = life;
    }

    /** Where the groups lie. */
    RecordStore records() {
        return store;
    }

    /** The group of a key that fits a long, or {@link KeyIndex#ABSENT}. */
    int slotOf(long key) {
        return index.slotOf(key);
    }

    @Override
    public int select(RowView row, EvalContext context) {
        int slot = index.find(row, context);
        if (slot == KeyIndex.ABSENT) {
            slot = store.create();
            index.insert(slot);
        } else {
            store.select(slot);
        }
        selected = slot;
        return slot;
    }

    @Override
    public void select(int slot) {
        store.select(slot);
        selected = slot;
    }

    @Override
    public void join() {
        life.join();
    }

    @Override
    public void leave() {
        if (life.leave()) {
            index.remove(selected);
            store.remove(selected);
        }
    }

    @Override
    public long members() {
        return life.members();
    }

    @Override
    public void clear() {
        if (life.endsWithRows()) {
            drop();
        } else {
            forget();
        }
    }

    private void drop() {
        index.clear();
        store.clear();
    }

    @Override
    public void forget() {
        for (int slot = store.usedFrom(0); slot >= 0; slot = store.usedFrom(slot + 1)) {
            store.select(slot);
            life.renew();
        }
    }

    @Override
    public void purge() {
        for (int slot = store.usedFrom(0); slot >= 0; slot = store.usedFrom(slot + 1)) {
            store.select(slot);
            if (life.isOver()) {
                index.remove(slot);
                store.remove(slot);
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void save(SnapshotWriter out) {
        BitSet slots = store.slots();
        store.saveShape(out);
        out.writeInt(slots.cardinality());
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            store.select(slot);
            index.saveKey(slot, out);
            store.saveValues(out);
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        drop();
        store.requireShape(in);
        int count = in.readCount(Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int slot = store.create();
            index.restoreKey(slot, in);
            store.restoreValues(in);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        BitSet slots = store.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            store.select(slot);
            index.markKey(slot, symbols);
            store.mark(symbols);
        }
    }
}
