package eventflux.core.operator.partition;

import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.KeyIndex;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.Stateful;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerQueue;
import eventflux.core.time.TimerTarget;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The parts of a partition: a slot for each key, which is that of one record with all that the queries inside remember of the
 * key. The queries are there once; who brings them rows selects the part before. Used by the thread that owns the application.
 */
public final class Partition implements Stateful, TimerTarget {

    private static final int FEW_PARTS = 1024;

    private final String id;
    private final RecordStore records;
    private final KeyIndex index;
    private final AppClock clock;
    // Null when no part is forgotten.
    private final PartitionPurge purge;

    // Both written by the thread that owns the application: when it is looked for idle parts next, and at how many
    // parts for empty ones.
    private long nextPurge = TimerQueue.NEVER;
    private int lookAt = FEW_PARTS;
    // Written once, before the first row; null when parts that remember nothing stay.
    private BooleanSupplier isEmpty;

    /**
     * A partition without parts.
     *
     * @param id of the state, from the plan
     * @param records one for each part, with the cells of all queries
     * @param index from keys to slots
     * @param clock the application's
     * @param purge when parts are forgotten, if they are
     */
    public Partition(String id, RecordStore records, KeyIndex index, AppClock clock, Optional<PartitionPurge> purge) {
        this.id = id;
        this.records = records;
        this.index = index;
        this.clock = clock;
        this.purge = purge.orElse(null);
    }

    /**
     * When parts are forgotten.
     *
     * @param state where {@code lastUse} lies
     * @param lastUse when a part last had a row of its own
     * @param held how many rows a part has seen come into windows outside and not leave yet
     * @param intervalMillis how often it is looked for them
     * @param idleMillis how long a part without rows stays
     * @param order its place among the timers of the application, from the plan
     */
    public record PartitionPurge(
            RecordPart state, LongCell lastUse, LongCell held, long intervalMillis, long idleMillis, int order) {

        boolean isOn() {
            return intervalMillis > 0;
        }
    }

    /**
     * Lets parts be given back that remember nothing that new ones would not, whenever there have come to be twice as many as remembered
     * something the last time; before the first row.
     *
     * @param test asks the part that is selected
     */
    public void giveBackWhen(BooleanSupplier test) {
        isEmpty = test;
    }

    /** The records of the parts. */
    public RecordStore records() {
        return records;
    }

    /** The part of a row by the key that the index knows, or {@link KeyIndex#ABSENT}. */
    int find(RowView row, EvalContext context) {
        return index.find(row, context);
    }

    /** A part for the key that was looked for last and not found; selected. */
    int create() {
        if (isEmpty != null && records.size() >= lookAt) {
            giveBack(isEmpty);
            lookAt = Math.max(FEW_PARTS, records.size() * 2);
        }
        int slot = records.create();
        index.insert(slot);
        return slot;
    }

    /** Selects a part for rows of its own. */
    void enter(int slot) {
        records.select(slot);
        if (purge != null) {
            purge.lastUse().set(clock.now());
            if (nextPurge == TimerQueue.NEVER) {
                schedulePurge(clock.now() + purge.intervalMillis());
            }
        }
    }

    /** The part that is selected has to see so many more rows leave, or fewer, before it may be forgotten. */
    void hold(long rows) {
        if (purge != null) {
            purge.held().set(purge.held().get() + rows);
        }
    }

    /** The part that is selected will see no row leave. */
    void release() {
        if (purge != null) {
            purge.held().set(0);
        }
    }

    private void schedulePurge(long time) {
        nextPurge = time;
        clock.timers().add(time, this, 0);
    }

    @Override
    public int order() {
        return purge == null ? 0 : purge.order();
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (deadline != nextPurge) {
            return;
        }
        nextPurge = TimerQueue.NEVER;
        long usedUntil = clock.now() - purge.idleMillis();
        giveBack(() -> purge.lastUse().get() <= usedUntil && purge.held().get() == 0);
        if (records.size() > 0) {
            schedulePurge(clock.now() + purge.intervalMillis());
        }
    }

    // What is remembered of a part goes with its record; alarms of a part that is gone find nobody.
    private void giveBack(BooleanSupplier test) {
        BitSet slots = records.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            records.select(slot);
            if (test.getAsBoolean()) {
                index.remove(slot);
                records.remove(slot);
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void save(SnapshotWriter out) {
        records.saveSlots(out);
        BitSet slots = records.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            index.saveKey(slot, out);
        }
        out.writeLong(nextPurge);
        out.writeInt(lookAt);
        if (purge != null) {
            purge.state().save(out);
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        index.clear();
        records.restoreSlots(in);
        BitSet slots = records.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            index.restoreKey(slot, in);
        }
        nextPurge = TimerQueue.NEVER;
        long savedPurge = in.readLong();
        lookAt = in.readInt();
        if (savedPurge != TimerQueue.NEVER) {
            schedulePurge(savedPurge);
        }
        if (purge != null) {
            purge.state().restore(in);
        }
    }

    @Override
    public void mark(BitSet symbols) {
        BitSet slots = records.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            index.markKey(slot, symbols);
        }
    }
}
