package eventflux.core.resolved;

import java.util.Locale;
import java.util.Objects;

/**
 * What senders do while the ring of an asynchronous stream is full.
 *
 * @param strategy what they do
 * @param millis how long they wait, pause or leave the ring in peace at most, where the strategy has a time
 * @param failures how many times in a row the ring is full before a circuit is broken
 */
public record WhenFull(Strategy strategy, long millis, int failures) {

    /** They wait. */
    public static final WhenFull BLOCK = new WhenFull(Strategy.BLOCK, 0, 0);

    /** Refuses missing parts. */
    public WhenFull {
        Objects.requireNonNull(strategy, "strategy");
    }

    /** What is done. */
    public enum Strategy {
        /** They wait until there is room. */
        BLOCK,
        /** The rows at hand are given up. */
        DROP_NEWEST,
        /** The rows that have been in the ring longest are given up. */
        DROP_OLDEST,
        /** They wait for a time, then give up. */
        TIMEOUT,
        /** They try again after pauses that double, and give up after the longest. */
        EXPONENTIAL_BACKOFF,
        /** They give up, and after some times do not even try for a while. */
        CIRCUIT_BREAKER
    }

    @Override
    public String toString() {
        String name = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (strategy) {
            case BLOCK, DROP_NEWEST, DROP_OLDEST -> name;
            case TIMEOUT, EXPONENTIAL_BACKOFF -> name + " " + millis + " ms";
            case CIRCUIT_BREAKER -> name + " after " + failures + " for " + millis + " ms";
        };
    }
}
