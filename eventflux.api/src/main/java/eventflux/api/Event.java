package eventflux.api;

import java.util.Arrays;
import java.util.Objects;

/** An event as people like to hold it: a time and boxed values. The engine itself never uses it. Immutable by convention. */
public final class Event {

    private final long timestamp;
    private final Object[] data;
    private final boolean expired;

    /** A current event; the array is kept, not copied. */
    public Event(long timestamp, Object... data) {
        this(timestamp, data, false);
    }

    /**
     * An event.
     *
     * @param timestamp epoch milliseconds
     * @param data the values in schema order, kept and not copied
     * @param expired whether it tells of a row that left a window
     */
    public Event(long timestamp, Object[] data, boolean expired) {
        this.timestamp = timestamp;
        this.data = Objects.requireNonNull(data, "data");
        this.expired = expired;
    }

    /** Epoch milliseconds. */
    public long timestamp() {
        return timestamp;
    }

    /** The values in schema order; not to be changed. */
    public Object[] data() {
        return data;
    }

    /** The value of one column, counted from zero. */
    public Object data(int column) {
        return data[column];
    }

    /** Whether the event tells of a row that left a window. */
    public boolean isExpired() {
        return expired;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event that
                && timestamp == that.timestamp
                && expired == that.expired
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(timestamp) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return (expired ? "expired@" : "@") + timestamp + Arrays.toString(data);
    }
}
