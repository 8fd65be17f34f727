package eventflux.core.resolved;

import eventflux.api.time.BackOff;
import java.util.Objects;

/**
 * How often something is tried again.
 *
 * @param most so many times after the first; {@link #FOREVER} has no end
 * @param backOff the pauses in between
 */
public record Retries(long most, BackOff backOff) {

    /** More than anybody will ever try. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** Nothing is tried again. */
    public static final Retries NONE = new Retries(0, BackOff.RECONNECT);

    /** Refuses what is no number of times. */
    public Retries {
        Objects.requireNonNull(backOff, "backOff");
        if (most < 0) {
            throw new IllegalArgumentException("most=" + most);
        }
    }

    /** Whether anything is tried again. */
    public boolean isAny() {
        return most > 0;
    }

    @Override
    public String toString() {
        return most == FOREVER ? "tried again until it succeeds" : "tried again " + most + " times";
    }
}
