package eventflux.testkit.state;

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
import eventflux.api.spi.state.Timer;
import eventflux.testkit.row.HeapRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * State of one extension, as an engine would keep it: by key, saved and restored as a whole, with an alarm for each
 * key. Stricter than an engine has to be: names may come once, handles are given out only before {@link #seal}, and
 * nothing can be read before a key was {@linkplain #enter entered}. Used by one thread.
 */
public final class HeapState implements StateFactory, Keyed.Present {

    private static final String TIMER = "the timer";

    private final Map<String, Keyed<?>> handles = new LinkedHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final KeyedTimer timer;
    private final List<HeapRow> told = new ArrayList<>();
    private final List<HeapRow> released = new ArrayList<>();
    private boolean isSealed; // these two are written by the thread of the test
    private Object key;

    /** State of an extension that is about to be created. */
    public HeapState() {
        timer = add(TIMER, new KeyedTimer(this));
    }

    /** What was saved: immutable, good for any number of restores. */
    public static final class Snapshot {

        private final Map<String, Map<Object, Object>> values;

        private final List<String> codes;

        private Snapshot(Map<String, Map<Object, Object>> values, List<String> codes) {
            this.values = values;
            this.codes = List.copyOf(codes);
        }
    }

    /**
     * An alarm that is set.
     *
     * @param key whose
     * @param at epoch milliseconds
     */
    public record Alarm(Object key, long at) {}

    @Override
    public LongCell longCell(String name, long initial) {
        return add(name, new KeyedNumbers.OfLong(this, initial));
    }

    @Override
    public DoubleCell doubleCell(String name, double initial) {
        return add(name, new KeyedNumbers.OfDouble(this, initial));
    }

    @Override
    public RowQueue rowQueue(String name) {
        return add(name, new KeyedRows(this, this));
    }

    @Override
    public RowHeap rowHeap(String name, RowOrder order) {
        return add(name, new KeyedHeap(this, this, order));
    }

    @Override
    public EntryMap entryMap(String name, List<Integer> columns) {
        return add(name, new KeyedEntries(this, name, columns));
    }

    @Override
    public LongDeque longDeque(String name) {
        return add(name, new KeyedNumbers.OfDeque(this));
    }

    @Override
    public LongBag longBag(String name) {
        return add(name, new KeyedBag(this, Comparator.naturalOrder()));
    }

    @Override
    public TextCodes texts() {
        return codes(this, this::add);
    }

    /** Codes of all texts here, for cells that read what is present in their own way. */
    TextCodes codes(Keyed.Present present, BiConsumer<String, Keyed<?>> added) {
        return new HeapCodes(present, codes, added);
    }

    /** The alarm, for the context that is given to the extension. */
    public Timer timer() {
        return timer;
    }

    <T extends Keyed<?>> T add(String name, T handle) {
        if (isSealed) {
            throw new IllegalStateException("state is asked for after the extension was created, name=" + name);
        }
        if (handles.putIfAbsent(name, handle) != null) {
            throw new IllegalStateException("state is asked for twice, name=" + name);
        }
        return handle;
    }

    /** The extension has been created: there will be no more handles. */
    public void seal() {
        isSealed = true;
    }

    /** What is read and written from now on belongs to this key. */
    public void enter(Object presentKey) {
        if (!presentKey.equals(key)) {
            key = presentKey;
            handles.values().forEach(Keyed::onEnter);
        }
    }

    /** What {@link #enter} was called with last. */
    @Override
    public Object key() {
        if (key == null) {
            throw new IllegalStateException("state is used outside of a call, when there is no key");
        }
        return key;
    }

    /** The alarm that goes off next, the earlier key first when two are set to one time. */
    public Optional<Alarm> nextAlarm() {
        Alarm next = null;
        for (Map.Entry<Object, Long> entry : timer.values().entrySet()) {
            if (entry.getValue() != KeyedTimer.NEVER && (next == null || entry.getValue() < next.at())) {
                next = new Alarm(entry.getKey(), entry.getValue());
            }
        }
        return Optional.ofNullable(next);
    }

    /** Enters the key of an alarm, which is no longer set. */
    public void goOff(Alarm alarm) {
        enter(alarm.key());
        timer.cancel();
    }

    /** The step under way tells of a row, which has to stay readable until {@link #endStep}. */
    public void tell(HeapRow row) {
        told.add(row);
    }

    /** The step under way has ended. */
    public void endStep() {
        told.clear();
    }

    void release(HeapRow row) {
        released.add(row);
    }

    /** Something is kept where released rows were. */
    void reuseReleased() {
        for (HeapRow row : released) {
            if (told.stream().anyMatch(other -> other == row)) {
                throw new IllegalStateException("the step tells of " + row
                        + ", which was removed, and its place is taken by an append before the step has ended");
            }
        }
        released.clear();
    }

    /** Everything that is remembered, of all keys. */
    public Snapshot save() {
        Map<String, Map<Object, Object>> saved = new LinkedHashMap<>();
        handles.forEach((name, handle) -> saved.put(name, handle.save()));
        return new Snapshot(saved, codes);
    }

    /** Remembers what was saved, and nothing else. */
    public void restore(Snapshot snapshot) {
        if (!snapshot.values.keySet().equals(handles.keySet())) {
            throw new IllegalArgumentException("saved=" + snapshot.values.keySet() + " wanted=" + handles.keySet());
        }
        codes.clear();
        codes.addAll(snapshot.codes);
        snapshot.values.forEach((name, values) -> handles.get(name).restore(values));
        handles.values().forEach(Keyed::onEnter);
    }
}
