package eventflux.api.time;

import java.util.Objects;
import java.util.SplittableRandom;

/**
 * How long to wait before something is tried again. Immutable.
 *
 * @param growth how the pause grows
 * @param initialMillis the first pause
 * @param mostMillis no pause is longer
 * @param jitter up to which part of a pause is taken off at random, from 0 to 1, so that many don't come back at once
 */
public record BackOff(Growth growth, long initialMillis, long mostMillis, double jitter) {

    /** What a connection that was lost does unless its settings say otherwise. */
    public static final BackOff RECONNECT = new BackOff(Growth.EXPONENTIAL, 500, 30_000, 0.2);

    private static final int MOST_DOUBLINGS = 40;

    /** Refuses what is no pause. */
    public BackOff {
        Objects.requireNonNull(growth, "growth");
        if (initialMillis < 0 || mostMillis < initialMillis || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException(
                    "initialMillis=" + initialMillis + " mostMillis=" + mostMillis + " jitter=" + jitter);
        }
    }

    /** How a pause grows from one try to the next. */
    public enum Growth {
        /** Not at all. */
        FIXED,
        /** By the first pause each time. */
        LINEAR,
        /** It doubles. */
        EXPONENTIAL
    }

    /**
     * The pause after a try that failed.
     *
     * @param failures how many have failed so far, this one included
     */
    public long pauseMillis(int failures, SplittableRandom random) {
        long full = Math.min(mostMillis, fullMillis(failures));
        long off = (long) (full * jitter);
        return off == 0 ? full : full - random.nextLong(off + 1);
    }

    private long fullMillis(int failures) {
        int tries = Math.max(1, failures);
        return switch (growth) {
            case FIXED -> initialMillis;
            case LINEAR -> saturated(initialMillis, tries);
            case EXPONENTIAL -> saturated(initialMillis, 1L << Math.min(MOST_DOUBLINGS, tries - 1));
        };
    }

    private static long saturated(long factor, long other) {
        return Math.multiplyHigh(factor, other) == 0 && factor * other >= 0 ? factor * other : Long.MAX_VALUE;
    }
}
