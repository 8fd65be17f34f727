package eventflux.core.state;

import java.util.function.IntConsumer;

/**
 * Records of one store that belong to a record of another: the groups of a part. They are a list through the records, so that
 * all of one part can be gone through and go with it. Used by the thread that owns the application.
 *
 * <pre>
 *   record of the owner:  first                     a record is its slot plus one, 0 is none
 *   owned record:         owner | next | previous
 * </pre>
 */
public final class OwnedRecords implements StateComponent {

    private static final int NONE = 0;

    private final RecordStore owners;
    private final RecordStore records;
    private final String name;
    private final int first;
    private final int owner;
    private final int next;
    private final int previous;
    // Written once, before the first row.
    private IntConsumer whenReleased = slot -> {};

    /**
     * No records yet; only before the first record of either store.
     *
     * @param part of the owners, in whose name the list is kept
     * @param name among the cells of the part
     * @param records the owned ones
     */
    public OwnedRecords(RecordPart part, String name, RecordStore records) {
        this.owners = part.store();
        this.records = records;
        this.name = name;
        owners.ask(part);
        this.first = owners.addCell();
        owners.add(this);
        this.owner = records.addCell();
        this.next = records.addCell();
        this.previous = records.addCell();
    }

    /** Says what becomes of a record whose owner goes; it is selected then. */
    public void whenReleased(IntConsumer action) {
        whenReleased = action;
    }

    /** The record that is selected belongs to the owner that is selected. */
    public void link(int slot) {
        long head = owners.getLong(first);
        records.putLong(owner, owners.selected());
        records.putLong(next, head);
        records.putLong(previous, NONE);
        owners.putLong(first, slot + 1L);
        if (head != NONE) {
            records.select((int) head - 1);
            records.putLong(previous, slot + 1L);
            records.select(slot);
        }
    }

    /** The record that is selected, which belongs to the owner that is selected, belongs to nobody any more. */
    public void unlink(int slot) {
        long before = records.getLong(previous);
        long after = records.getLong(next);
        if (before == NONE) {
            owners.putLong(first, after);
        } else {
            records.select((int) before - 1);
            records.putLong(next, after);
        }
        if (after != NONE) {
            records.select((int) after - 1);
            records.putLong(previous, before);
        }
        records.select(slot);
    }

    /** The slot of the owner of the record that is selected. */
    public int owner() {
        return (int) records.getLong(owner);
    }

    /** Does something with each record of the owner that is selected; the record is selected then, and may be removed. */
    public void forEach(IntConsumer action) {
        for (long record = owners.getLong(first); record != NONE; ) {
            int slot = (int) record - 1;
            records.select(slot);
            record = records.getLong(next);
            action.accept(slot);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        owners.putLong(first, NONE);
    }

    @Override
    public void release() {
        forEach(whenReleased);
        owners.putLong(first, NONE);
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    // Whoever owns the records saves them, with their owners.
    @Override
    public void save(SnapshotWriter out) {}

    @Override
    public void restore(SnapshotReader in) {}
}
