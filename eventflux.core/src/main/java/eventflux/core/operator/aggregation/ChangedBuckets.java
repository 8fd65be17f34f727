package eventflux.core.operator.aggregation;

import java.util.BitSet;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.LongArrayList;

/** Buckets that have to be written, each once. Used by the thread that owns the application. */
final class ChangedBuckets {

    // All fields below are written by the thread that owns the application. The lists are of equal length.
    private final BitSet slots = new BitSet();
    private final IntArrayList slot = new IntArrayList();
    private final IntArrayList group = new IntArrayList();
    private final IntArrayList period = new IntArrayList();
    private final LongArrayList start = new LongArrayList();

    /** Whether a bucket has still the record that it had. */
    @FunctionalInterface
    interface IsThere {

        boolean test(int group, int period, long start, int slot);
    }

    /** Whether a bucket, known by its record, is among them. */
    boolean contains(int record) {
        return slots.get(record);
    }

    /** Takes a bucket that is not. */
    void add(int record, int ofGroup, int ofPeriod, long begin) {
        slots.set(record);
        slot.addInt(record);
        group.addInt(ofGroup);
        period.addInt(ofPeriod);
        start.addLong(begin);
    }

    int count() {
        return slot.size();
    }

    int slot(int place) {
        return slot.getInt(place);
    }

    int group(int place) {
        return group.getInt(place);
    }

    int period(int place) {
        return period.getInt(place);
    }

    long start(int place) {
        return start.getLong(place);
    }

    /** Drops those that are there no more. */
    void retain(IsThere isThere) {
        int kept = 0;
        slots.clear();
        for (int place = 0; place < count(); place++) {
            if (isThere.test(group(place), period(place), start(place), slot(place))) {
                slots.set(slot(place));
                slot.setInt(kept, slot(place));
                group.setInt(kept, group(place));
                period.setInt(kept, period(place));
                start.setLong(kept, start(place));
                kept++;
            }
        }
        while (count() > kept) {
            int last = count() - 1;
            slot.removeAt(last);
            group.removeAt(last);
            period.removeAt(last);
            start.removeAt(last);
        }
    }

    void clear() {
        slots.clear();
        slot.clear();
        group.clear();
        period.clear();
        start.clear();
    }
}
