package eventflux.core.operator.aggregation;

import eventflux.api.spi.state.LongCell;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The buckets of an aggregation: a record each, under its group, its period and the time when it begins. Each period has buckets of
 * its own, which rows are folded into one by one, so none is made of others. Used by the thread that owns the application.
 *
 * <pre>
 *   lists    group 0: [seconds] [minutes] … | group 1: [seconds] [minutes] … | …      a list = beginnings and slots
 *   records  slot: begin, what the aggregators remember
 * </pre>
 */
public final class Buckets {

    private final RecordStore records;
    private final LongCell begin;
    private final List<CalendarPeriod> periods;
    // All fields below are written by the thread that owns the application.
    private final long[] floors;
    private BucketList[] lists = new BucketList[0];
    private boolean isNew;

    /**
     * No buckets yet.
     *
     * @param records of the aggregators' cells, complete
     * @param begin holds when the bucket begins
     * @param periods the lengths of buckets
     */
    public Buckets(RecordStore records, LongCell begin, List<CalendarPeriod> periods) {
        this.records = records;
        this.begin = begin;
        this.periods = List.copyOf(periods);
        this.floors = new long[periods.size()];
        Arrays.fill(floors, Long.MIN_VALUE);
    }

    /** How many lengths of buckets there are. */
    int periods() {
        return floors.length;
    }

    /** The lengths of buckets. */
    List<CalendarPeriod> calendar() {
        return periods;
    }

    /** The buckets of a group and a period. */
    BucketList list(int group, int period) {
        return lists[group * floors.length + period];
    }

    /** Makes lists for a group that is new. */
    void open(int group) {
        int needed = (group + 1) * floors.length;
        if (lists.length < needed) {
            lists = Arrays.copyOf(lists, Math.max(needed, lists.length * 2));
        }
        for (int at = needed - floors.length; at < needed; at++) {
            if (lists[at] == null) {
                lists[at] = new BucketList();
            }
        }
    }

    /** Whether a group has lists. */
    boolean isOpen(int group) {
        return group * floors.length < lists.length && lists[group * floors.length] != null;
    }

    /**
     * Selects the bucket that a moment belongs to, a new one when there is none.
     *
     * @return false when it is gone already and rows of its time count no more
     */
    boolean select(int group, int period, long millis) {
        CalendarPeriod calendar = periods.get(period);
        long start = calendar.start(millis);
        BucketList list = list(group, period);
        int slot = list.find(start);
        isNew = slot == BucketList.NONE;
        if (!isNew) {
            records.select(slot);
            return true;
        }
        if (calendar.end(millis) <= floors[period]) {
            return false;
        }
        list.add(start, records.create());
        begin.set(start);
        return true;
    }

    /** Takes the bucket that was selected last out again, if it was made then. */
    void discardIfNew(int group, int period) {
        if (isNew) {
            list(group, period).remove(begin.get());
            records.remove(records.selected());
        }
    }

    /** The record of the bucket that is selected. */
    int selected() {
        return records.selected();
    }

    /** When the bucket that is selected begins. */
    long begin() {
        return begin.get();
    }

    /** Selects the record of a bucket. */
    void select(int slot) {
        records.select(slot);
    }

    /** Forgets the buckets of a period all of which lies before a time; rows of those times count no more. */
    void forgetBefore(int period, long time) {
        floors[period] = Math.max(floors[period], time);
    }

    /** Gives back what a group has of forgotten buckets; answers whether anything of it is left. */
    boolean trim(int group) {
        boolean isLeft = false;
        for (int period = 0; period < floors.length; period++) {
            BucketList list = list(group, period);
            CalendarPeriod calendar = periods.get(period);
            while (list.count() > 0 && calendar.end(list.start(0)) <= floors[period]) {
                release(list.slot(0));
                list.removeFirst();
            }
            isLeft |= list.count() > 0;
        }
        return isLeft;
    }

    /** Gives back what a group has of buckets that begin before the times of their periods; answers whether anything is left. */
    boolean release(int group, long[] from) {
        boolean isLeft = false;
        for (int period = 0; period < from.length; period++) {
            BucketList list = list(group, period);
            while (list.count() > 0 && list.start(0) < from[period]) {
                release(list.slot(0));
                list.removeFirst();
            }
            isLeft |= list.count() > 0;
        }
        return isLeft;
    }

    private void release(int slot) {
        records.select(slot);
        records.remove(slot);
    }

    /** Forgets everything. */
    void clear() {
        records.clear();
        for (BucketList list : lists) {
            if (list != null) {
                list.clear();
            }
        }
    }

    void saveShape(SnapshotWriter out) {
        records.saveShape(out);
        out.writeInt(floors.length);
        for (long floor : floors) {
            out.writeLong(floor);
        }
    }

    void restoreShape(SnapshotReader in) {
        records.requireShape(in);
        int count = in.readInt();
        if (count != floors.length) {
            throw new SnapshotMismatch("periods", count, floors.length);
        }
        for (int period = 0; period < count; period++) {
            floors[period] = in.readLong();
        }
    }

    /** Writes the buckets of a group. */
    void save(int group, SnapshotWriter out) {
        for (int period = 0; period < floors.length; period++) {
            BucketList list = list(group, period);
            out.writeInt(list.count());
            for (int place = 0; place < list.count(); place++) {
                records.select(list.slot(place));
                records.saveValues(out);
            }
        }
    }

    /** Reads the buckets of a group that is open. */
    void restore(int group, SnapshotReader in) {
        for (int period = 0; period < floors.length; period++) {
            BucketList list = list(group, period);
            int count = in.readCount(Long.BYTES);
            for (int i = 0; i < count; i++) {
                int slot = records.create();
                records.restoreValues(in);
                list.add(begin.get(), slot);
            }
        }
    }

    /** Adds a bucket that is not there, whose values are read into the record selected meanwhile. */
    void restore(int group, int period, long start, Runnable values) {
        int slot = records.create();
        boolean isRead = false;
        try {
            values.run();
            isRead = true;
        } finally {
            if (!isRead) {
                release(slot);
            }
        }
        list(group, period).add(start, slot);
    }

    /** Selects a bucket of nobody for as long as it is used; its values are read into the record selected meanwhile. */
    void lend(Runnable values, Runnable use) {
        int slot = records.create();
        try {
            values.run();
            use.run();
        } finally {
            release(slot);
        }
    }

    /** Marks the symbols that the buckets of a group hold. */
    void mark(int group, BitSet symbols) {
        for (int period = 0; period < floors.length; period++) {
            BucketList list = list(group, period);
            for (int place = 0; place < list.count(); place++) {
                records.select(list.slot(place));
                records.mark(symbols);
            }
        }
    }
}
