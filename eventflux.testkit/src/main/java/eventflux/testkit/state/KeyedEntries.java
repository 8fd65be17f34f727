package eventflux.testkit.state;

import eventflux.api.event.Row;
import eventflux.api.spi.state.DoubleCell;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.RowHeap;
import eventflux.api.spi.state.RowOrder;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The keys of entries in their order; what an entry keeps is kept by handles of the same state, under both keys. */
final class KeyedEntries extends Keyed<List<Object>> implements EntryMap {

    private static final int NOWHERE = Integer.MIN_VALUE;

    private final HeapState state;
    private final String name;
    private final List<Integer> columns;
    private final List<Keyed<?>> handles = new ArrayList<>();
    private final EntryState entry = new EntryState();
    private Object selected; // these two are written by the thread of the test
    private int following = NOWHERE;

    KeyedEntries(HeapState state, String name, List<Integer> columns) {
        super(state);
        this.state = state;
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** Whose an entry is, and of which values. */
    private record EntryKey(Object owner, Object values) {}

    @Override
    List<Object> fresh() {
        return new ArrayList<>();
    }

    @Override
    List<Object> copy(List<Object> value) {
        return new ArrayList<>(value);
    }

    @Override
    void onEnter() {
        following = NOWHERE;
        select((Object) null);
    }

    @Override
    public StateFactory entry() {
        return entry;
    }

    @Override
    public boolean select(Row row) {
        Object values = valuesOf(row);
        return selectAt(here().indexOf(values));
    }

    private Object valuesOf(Row row) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    private boolean selectAt(int place) {
        boolean isThere = place >= 0 && place < here().size();
        following = isThere ? place + 1 : NOWHERE;
        select(isThere ? here().get(place) : null);
        return isThere;
    }

    private void select(Object values) {
        selected = values;
        handles.forEach(Keyed::onEnter);
    }

    @Override
    public void add(Row row) {
        Object values = valuesOf(row);
        if (here().contains(values)) {
            throw new IllegalStateException("there is an entry already of " + values);
        }
        here().add(values);
        selectAt(here().size() - 1);
    }

    @Override
    public boolean selectFirst() {
        return selectAt(0);
    }

    @Override
    public boolean selectNext() {
        if (following == NOWHERE) {
            throw new IllegalStateException("selectNext() goes on from an entry, and none was selected");
        }
        return selectAt(following);
    }

    @Override
    public void remove() {
        EntryKey key = entry.key();
        int behind = here().indexOf(selected);
        here().remove(behind);
        drop(key);
        following = behind;
        select((Object) null);
    }

    private void drop(EntryKey key) {
        for (Keyed<?> handle : handles) {
            if (handle instanceof KeyedRows rows) {
                rows.releaseAll(key);
            }
            handle.drop(key);
        }
    }

    @Override
    public void moveToLast() {
        entry.key();
        here().remove(selected);
        here().add(selected);
    }

    @Override
    public void placeBy(LongCell rank) {
        entry.key();
        Object moved = selected;
        long wanted = rank.get();
        List<Object> all = here();
        all.remove(moved);
        int place = all.size();
        while (place > 0 && rankOf(all.get(place - 1), rank) > wanted) {
            place--;
        }
        all.add(place, moved);
        selected = moved;
    }

    private long rankOf(Object values, LongCell rank) {
        selected = values;
        return rank.get();
    }

    @Override
    public int size() {
        return here().size();
    }

    @Override
    public void clear() {
        here().forEach(values -> drop(new EntryKey(state.key(), values)));
        here().clear();
        onEnter();
    }

    /** Hands out what an entry keeps. */
    private final class EntryState implements StateFactory, Present {

        @Override
        public EntryKey key() {
            if (selected == null) {
                throw new IllegalStateException("state of an entry is used and none is selected, name=" + name);
            }
            return new EntryKey(state.key(), selected);
        }

        private <T extends Keyed<?>> T add(String cell, T handle) {
            handles.add(handle);
            return state.add(name + "/" + cell, handle);
        }

        @Override
        public LongCell longCell(String cell, long initial) {
            return add(cell, new KeyedNumbers.OfLong(this, initial));
        }

        @Override
        public DoubleCell doubleCell(String cell, double initial) {
            return add(cell, new KeyedNumbers.OfDouble(this, initial));
        }

        @Override
        public RowQueue rowQueue(String cell) {
            return add(cell, new KeyedRows(state, this));
        }

        @Override
        public RowHeap rowHeap(String cell, RowOrder order) {
            return add(cell, new KeyedHeap(state, this, order));
        }

        @Override
        public EntryMap entryMap(String cell, List<Integer> keys) {
            throw new UnsupportedOperationException("entries within entries");
        }

        @Override
        public LongDeque longDeque(String cell) {
            return add(cell, new KeyedNumbers.OfDeque(this));
        }

        @Override
        public LongBag longBag(String cell) {
            return add(cell, new KeyedBag(this, Comparator.naturalOrder()));
        }

        @Override
        public TextCodes texts() {
            return state.codes(this, this::add);
        }
    }
}
