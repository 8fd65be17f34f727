package eventflux.core.state;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.util.BitSet;

/**
 * What one operator remembers, in records that it shares with others: the cells and containers that were asked for in its
 * name. Outside of partitions there is one record, which stays; in a partition there is one for each key, and the one that is
 * selected is that of the present key. The operator asks for its cells while it is made and from then on reads and writes
 * them as if there were one key only: whoever brings it a row or an alarm has selected the record.
 *
 * <p>Used by the thread that owns the application.
 */
public final class RecordPart implements Stateful {

    private final String id;
    private final RecordStore store;
    private final Components components = new Components();

    /**
     * A part without cells.
     *
     * @param id of the operator, from the plan
     * @param store the records
     */
    public RecordPart(String id, RecordStore store) {
        this.id = id;
        this.store = store;
    }

    /** The records. */
    public RecordStore store() {
        return store;
    }

    /**
     * Hands out cells of this part; only before the first record is made.
     *
     * @param arena where rows and long values are kept
     * @param prefix sets names apart from those of others of this part
     * @param layout of the rows that may be kept
     * @param symbols what their codes mean
     */
    public OperatorState state(RowArena arena, String prefix, RowLayout layout, SymbolTable symbols) {
        return new OperatorState(this, arena, prefix, layout, symbols);
    }

    /** Whether any of its containers counts on how rows lie. */
    public boolean readsRows() {
        return components.readsRows();
    }

    void add(StateComponent component) {
        components.add(component);
    }

    /** Puts the initial values into the record that is selected. */
    public void renew() {
        components.renew();
    }

    /** Does something with each record selected in turn, as after a restore; the one that was selected is again then. */
    public void forEachRecord(Runnable action) {
        int before = store.selected();
        BitSet slots = store.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            store.select(slot);
            action.run();
        }
        store.select(before);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void save(SnapshotWriter out) {
        components.saveNames(out);
        out.writeInt(store.size());
        forEachRecord(() -> components.save(out));
    }

    /** Reads the values of all records, which are there already: their slots are not part of what an operator saves. */
    @Override
    public void restore(SnapshotReader in) {
        components.expectNames(in);
        int count = in.readInt();
        if (count != store.size()) {
            throw new SnapshotMismatch("records", count, store.size());
        }
        forEachRecord(() -> components.restore(in));
    }

    @Override
    public void mark(BitSet symbols) {
        forEachRecord(() -> components.mark(symbols));
    }
}
