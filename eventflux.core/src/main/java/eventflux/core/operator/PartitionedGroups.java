package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.OwnedRecords;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Groups by key inside of a partition: a record for each key of each part, found through one index, and for each part a list of
 * its groups. What is cleared is cleared in the part that is selected. Used by the thread that owns the application.
 */
public final class PartitionedGroups implements Groups {

    private final String id;
    private final RecordStore parts;
    private final RecordStore store;
    private final OwnedRecords owned;
    private final KeyIndex index;
    private final GroupLife life;
    // Made once, so that nothing is made for a row.
    private final IntConsumer drop = this::drop;
    private final IntConsumer renew = slot -> renew();
    private final IntConsumer dropIfOver = this::dropIfOver;

    // Written by the thread that owns the application.
    private int selected;

    /**
     * No groups yet.
     *
     * @param id of the state, from the plan
     * @param records the groups and the parts that own them; complete
     * @param index from pairs of part and key to slots
     * @param life how groups begin anew and end
     */
    public PartitionedGroups(String id, Records records, KeyIndex index, GroupLife life) {
        this.id = id;
        this.parts = records.parts();
        this.store = records.groups();
        this.owned = records.owned();
        this.index = index;
        this.life = life;
        owned.whenReleased(slot -> {
            index.remove(slot);
            store.remove(slot);
        });
    }

    /**
     * Where groups lie.
     *
     * @param parts the records of the partition
     * @param groups the records of the groups
     * @param owned which group is whose
     */
    public record Records(RecordStore parts, RecordStore groups, OwnedRecords owned) {}

    @Override
    public int select(RowView row, EvalContext context) {
        int slot = index.find(row, context);
        if (slot == KeyIndex.ABSENT) {
            slot = store.create();
            index.insert(slot);
            owned.link(slot);
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
            drop(selected);
        }
    }

    @Override
    public long members() {
        return life.members();
    }

    private void drop(int slot) {
        owned.unlink(slot);
        index.remove(slot);
        store.remove(slot);
    }

    @Override
    public void clear() {
        if (life.endsWithRows()) {
            owned.forEach(drop);
        } else {
            forget();
        }
    }

    @Override
    public void forget() {
        owned.forEach(renew);
    }

    @Override
    public void purge() {
        owned.forEach(dropIfOver);
    }

    private void renew() {
        life.renew();
    }

    private void dropIfOver(int slot) {
        if (life.isOver()) {
            drop(slot);
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
            out.writeInt(owned.owner());
            index.saveKey(slot, out);
            store.saveValues(out);
        }
    }

    /** Reads the groups of parts that have been read before. */
    @Override
    public void restore(SnapshotReader in) {
        index.clear();
        store.clear();
        store.requireShape(in);
        int count = in.readCount(2 * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int owner = in.readInt();
            if (!parts.isUsed(owner)) {
                throw new SnapshotMismatch("part of a group", owner, parts.slots());
            }
            parts.select(owner);
            int slot = store.create();
            index.restoreKey(slot, in);
            owned.link(slot);
            store.restoreValues(in);
        }
        parts.select(RecordStore.NONE);
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
