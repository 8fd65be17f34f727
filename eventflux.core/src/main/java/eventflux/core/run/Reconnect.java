package eventflux.core.run;

import eventflux.api.time.BackOff;

/**
 * What is done about a connection that is not there.
 *
 * @param isRequired whether it must be there at the start; otherwise it is tried again
 * @param most so many tries in a row
 * @param backOff the pauses in between
 */
public record Reconnect(boolean isRequired, long most, BackOff backOff) {

    /** Required at the start, and tried again until it is back. */
    public static Reconnect after(BackOff backOff) {
        return new Reconnect(true, Long.MAX_VALUE, backOff);
    }
}
