package eventflux.core.operator.aggregation;

import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.agrona.collections.LongHashSet;

/**
 * Which buckets of a stored aggregation are in memory, those of all groups: of each period all that begin at some time or later, and
 * single ones before. Used by the thread that owns the application.
 *
 * <pre>
 *   time  ------ s ------ s s ---------- | from .................... newest ...&gt;
 *                single ones             | all of them
 * </pre>
 */
final class Residence {

    /** Only single ones are in memory. */
    private static final long NOTHING_YET = Long.MAX_VALUE;

    // All fields below are written by the thread that owns the application.
    private final long[] from;
    private final long[] newest;
    private final LongHashSet[] single;

    Residence(int periods) {
        from = new long[periods];
        newest = new long[periods];
        single = IntStream.range(0, periods)
                .mapToObj(period -> new LongHashSet())
                .toArray(LongHashSet[]::new);
        Arrays.fill(from, NOTHING_YET);
        Arrays.fill(newest, Long.MIN_VALUE);
    }

    /** Whether the buckets that begin at a time are in memory, if there are any. */
    boolean isHere(int period, long start) {
        return start >= from[period] || single[period].contains(start);
    }

    /** Whether no row has come yet, so that nobody knows where the present is. */
    boolean isNew(int period) {
        return from[period] == NOTHING_YET;
    }

    /** From where on all buckets are in memory. */
    long from(int period) {
        return from[period];
    }

    /** All that begin at a time or later are in memory now. */
    void addFrom(int period, long start) {
        from[period] = start;
    }

    /** Those that begin at a time are in memory now. */
    void add(int period, long start) {
        if (start < from[period]) {
            single[period].add(start);
        }
    }

    /** A row has come. */
    void sawRow(int period, long start) {
        newest[period] = Math.max(newest[period], start);
    }

    /** What begins before the newest row's bucket need not be in memory; answers from where on of each period all stay. */
    long[] retreat() {
        for (int period = 0; period < from.length; period++) {
            from[period] = isNew(period) ? NOTHING_YET : Math.max(from[period], newest[period]);
            single[period].clear();
        }
        return from.clone();
    }

    void save(SnapshotWriter out) {
        for (int period = 0; period < from.length; period++) {
            out.writeLong(from[period]);
            out.writeLong(newest[period]);
            out.writeInt(single[period].size());
            for (LongHashSet.LongIterator starts = single[period].iterator(); starts.hasNext(); ) {
                out.writeLong(starts.nextValue());
            }
        }
    }

    void restore(SnapshotReader in) {
        for (int period = 0; period < from.length; period++) {
            from[period] = in.readLong();
            newest[period] = in.readLong();
            single[period].clear();
            int count = in.readCount(Long.BYTES);
            for (int i = 0; i < count; i++) {
                single[period].add(in.readLong());
            }
        }
    }
}
