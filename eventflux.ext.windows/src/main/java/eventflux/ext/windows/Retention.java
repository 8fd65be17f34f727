package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;

/**
 * Which rows of a sliding window are due. Rows leave from the oldest on, so only the oldest is asked about; where rows
 * come with times out of order, one that is not due keeps back those behind it.
 */
interface Retention {

    /** A time that does not come. */
    long NEVER = Long.MAX_VALUE;

    /**
     * The time of an arriving row that pushes others out, 0 where none does; refuses, by an exception, a row that it could not place
     * later.
     */
    default long arrival(Row arriving) {
        return 0;
    }

    /** When the oldest row leaves by itself, epoch milliseconds of the application. */
    default long dueAt(Row oldest) {
        return NEVER;
    }

    /** Whether the oldest of the kept rows makes room for one that arrives at that time; false when there is none. */
    default boolean isPushedOut(KeptRows kept, long arrival) {
        return false;
    }

    /** Lets the oldest row go, to which one that arrives at that time does not leave room. */
    default void pushOut(Row oldest, long arrival, SlidingRelease release, WindowOutput out) {
        release.depart(oldest, out);
    }

    /** Whether {@link #dueAt} ever names a time. */
    boolean readsTime();

    /** All rows stay. */
    record Forever() implements Retention {

        @Override
        public boolean readsTime() {
            return false;
        }
    }

    /** The last {@code length} rows stay. */
    record LastRows(int length) implements Retention {

        @Override
        public boolean isPushedOut(KeptRows kept, long arrival) {
            return kept.size() >= length; // and length is at least 1
        }

        @Override
        public boolean readsTime() {
            return false;
        }
    }

    /** Rows younger than {@code millis} stay. */
    record LastMillis(long millis) implements Retention {

        @Override
        public long dueAt(Row oldest) {
            return oldest.timestamp() + millis;
        }

        @Override
        public boolean readsTime() {
            return true;
        }
    }

    /** Rows stay whose time column is less than {@code millis} behind that of the arriving row. */
    record LastMillisOf(TimeColumn time, long millis) implements Retention {

        @Override
        public long arrival(Row arriving) {
            return time.of(arriving);
        }

        @Override
        public boolean isPushedOut(KeptRows kept, long arrival) {
            Row oldest = kept.oldest();
            return oldest != null && time.of(oldest) <= arrival - millis;
        }

        @Override
        public void pushOut(Row oldest, long arrival, SlidingRelease release, WindowOutput out) {
            out.expired(oldest, arrival);
        }

        @Override
        public boolean readsTime() {
            return false;
        }
    }

    /** Rows stay that both let stay, one of which at most goes by the time of arriving rows. */
    record Both(Retention first, Retention second) implements Retention {

        @Override
        public long arrival(Row arriving) {
            return first.arrival(arriving) + second.arrival(arriving);
        }

        @Override
        public long dueAt(Row oldest) {
            return Math.min(first.dueAt(oldest), second.dueAt(oldest));
        }

        @Override
        public boolean isPushedOut(KeptRows kept, long arrival) {
            return first.isPushedOut(kept, arrival) || second.isPushedOut(kept, arrival);
        }

        @Override
        public boolean readsTime() {
            return first.readsTime() || second.readsTime();
        }
    }
}
