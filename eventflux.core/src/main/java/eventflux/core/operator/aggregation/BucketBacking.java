package eventflux.core.operator.aggregation;

import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;

/** What stands behind the buckets that lie in memory. Used by the thread that owns the application. */
public interface BucketBacking {

    /** Nothing: all buckets lie in memory. */
    BucketBacking NONE = new MemoryOnly();

    /** Brings the buckets into memory that a row of a time belongs to; before its group is looked for. */
    void before(long millis);

    /** Brings the buckets of a period into memory that begin in a range of time; before groups are looked for. */
    void bring(int period, long from, long until);

    /** The bucket that is selected has changed. */
    void changed(int group, int period);

    /** Writes what has changed, and gives memory back of what can be read again. */
    void write();

    /** Forgets the buckets of a period all of which lies before a time. */
    void forgetBefore(int period, long time);

    /** Buckets have left memory for good. */
    void trimmed();

    /** Says which buckets are in memory. */
    void save(SnapshotWriter out);

    /** Takes over which buckets are in memory, all of which are there. */
    void restore(SnapshotReader in);

    /** There is nothing behind the memory. */
    final class MemoryOnly implements BucketBacking {

        @Override
        public void before(long millis) {
            // All buckets are in memory.
        }

        @Override
        public void bring(int period, long from, long until) {
            // All buckets are in memory.
        }

        @Override
        public void changed(int group, int period) {
            // Nothing else has to know.
        }

        @Override
        public void write() {
            // There is no place to write to.
        }

        @Override
        public void forgetBefore(int period, long time) {
            // Memory forgets by itself.
        }

        @Override
        public void trimmed() {
            // Nothing else has to know.
        }

        @Override
        public void save(SnapshotWriter out) {
            // All buckets are in memory.
        }

        @Override
        public void restore(SnapshotReader in) {
            // All buckets are in memory.
        }

        @Override
        public String toString() {
            return "in memory";
        }
    }
}
