package eventflux.core.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowView;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * Entries are records of a store of their own, linked in their order; a {@link SlotTable} finds them.
 *
 * <pre>
 *   record:  first entry | last entry | table (3 cells)            an entry is its slot plus one, 0 is none
 *   entry:   previous entry | next entry | hash | key block | what the extension asked for
 *   key:     | length in bytes (long) | key as {@link RowKey} writes it |
 * </pre>
 */
final class ArenaEntryMap implements EntryMap, StateComponent, SlotTable.Keys {

    private static final int NONE = 0;
    private static final int KEY_OFFSET = Long.BYTES;

    private final RecordStore store;
    private final String name;
    private final RowArena arena;
    private final RowKey key;
    private final RecordStore entries = new RecordStore();
    private final StateFactory entry;
    private final SlotTable table;
    private final int head;
    private final int tail;
    private final int previous;
    private final int next;
    private final int hash;
    private final int keyBlock;
    // These two are written by the thread that owns the application.
    private int selected;
    private int following;

    ArenaEntryMap(RecordStore store, String name, OperatorState owner, RowKey key) {
        this.store = store;
        this.name = name;
        this.arena = owner.arena();
        this.key = key;
        this.entry = owner.of(entries);
        this.head = store.addCell();
        this.tail = store.addCell();
        this.table = new SlotTable(store, arena, this);
        this.previous = entries.addCell();
        this.next = entries.addCell();
        this.hash = entries.addCell();
        this.keyBlock = entries.addCell();
        store.add(this);
    }

    @Override
    public StateFactory entry() {
        return entry;
    }

    @Override
    public boolean select(Row row) {
        key.write((RowView) row);
        return moveTo(table.find(key.hash()));
    }

    @Override
    public boolean isWanted(int candidate, int wantedHash) {
        entries.select(candidate - 1);
        if ((int) entries.getLong(hash) != wantedHash) {
            return false;
        }
        long block = entries.getLong(keyBlock);
        return keyLength(block) == key.length() && key.isAt(block + KEY_OFFSET);
    }

    @Override
    public int hashOf(int candidate) {
        entries.select(candidate - 1);
        return (int) entries.getLong(hash);
    }

    private boolean moveTo(int found) {
        selected = found;
        if (found == NONE) {
            return false;
        }
        entries.select(found - 1);
        following = (int) entries.getLong(next);
        return true;
    }

    @Override
    public void add(Row row) {
        key.write((RowView) row);
        add();
    }

    private void add() {
        int keyHash = key.hash();
        int added = entries.create() + 1;
        entries.putLong(hash, keyHash);
        entries.putLong(keyBlock, keepKey());
        table.insert(added, keyHash);
        linkBehind((int) store.getLong(tail), added);
        moveTo(added);
    }

    private long keepKey() {
        long block = arena.allocate(KEY_OFFSET + key.length());
        UnsafeApi.putLong(block, key.length());
        key.putTo(block + KEY_OFFSET);
        return block;
    }

    private static int keyLength(long block) {
        return (int) UnsafeApi.getLong(block);
    }

    @Override
    public boolean selectFirst() {
        return moveTo((int) store.getLong(head));
    }

    @Override
    public boolean selectNext() {
        return moveTo(following);
    }

    @Override
    public void remove() {
        int removed = requireSelected();
        selected = NONE;
        table.remove(removed);
        unlink(removed);
        entries.select(removed - 1);
        releaseKey();
        entries.remove(removed - 1);
    }

    private void releaseKey() {
        long block = entries.getLong(keyBlock);
        arena.release(block, KEY_OFFSET + keyLength(block));
    }

    @Override
    public void moveToLast() {
        int moved = requireSelected();
        unlink(moved);
        linkBehind((int) store.getLong(tail), moved);
        entries.select(moved - 1);
    }

    @Override
    public void placeBy(LongCell rank) {
        int moved = requireSelected();
        long wanted = rank.get();
        unlink(moved);
        int place = (int) store.getLong(tail);
        while (place != NONE) {
            entries.select(place - 1);
            if (rank.get() <= wanted) {
                break;
            }
            place = (int) entries.getLong(previous);
        }
        linkBehind(place, moved);
        entries.select(moved - 1);
    }

    private void unlink(int slot) {
        int before = link(slot, previous);
        int behind = link(slot, next);
        setLink(before, next, head, behind);
        setLink(behind, previous, tail, before);
    }

    private void linkBehind(int before, int slot) {
        int behind = before == NONE ? (int) store.getLong(head) : link(before, next);
        entries.select(slot - 1);
        entries.putLong(previous, before);
        entries.putLong(next, behind);
        setLink(before, next, head, slot);
        setLink(behind, previous, tail, slot);
    }

    private int link(int slot, int cell) {
        entries.select(slot - 1);
        return (int) entries.getLong(cell);
    }

    // Of no entry, the end of the list is meant.
    private void setLink(int slot, int cell, int end, int target) {
        if (slot == NONE) {
            store.putLong(end, target);
        } else {
            entries.select(slot - 1);
            entries.putLong(cell, target);
        }
    }

    private int requireSelected() {
        if (selected == NONE) {
            throw new IllegalStateException("no entry is selected");
        }
        return selected;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public void clear() {
        for (boolean found = selectFirst(); found; found = selectNext()) {
            releaseKey();
            entries.remove(selected - 1);
        }
        table.clear();
        initialize();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        store.putLong(head, NONE);
        store.putLong(tail, NONE);
        table.initialize();
        selected = NONE;
    }

    @Override
    public void release() {
        clear();
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public boolean readsRows() {
        return true;
    }

    @Override
    public BitSet coded() {
        return key.coded();
    }

    @Override
    public void savedWith(BitSet coded) {
        key.savedWith(coded);
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeInt(size());
        for (boolean found = selectFirst(); found; found = selectNext()) {
            long block = entries.getLong(keyBlock);
            out.writeBytes(block + KEY_OFFSET, keyLength(block));
            entries.save(out);
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        clear();
        int count = in.readCount(2 * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            key.read(in);
            add();
            entries.restore(in);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        for (boolean found = selectFirst(); found; found = selectNext()) {
            long block = entries.getLong(keyBlock);
            key.mark(block + KEY_OFFSET, symbols);
            entries.mark(symbols);
        }
    }
}
