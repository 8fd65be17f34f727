package eventflux.api;

import java.util.Objects;

/**
 * What has failed at one place of an application since it was started, and what went wrong there last.
 *
 * @param place as in the counts of errors: a query with its step, {@code stream In}, {@code sink Out}
 * @param count how many rows, messages and ticks have failed
 * @param lastMillis when the last one did, epoch milliseconds
 * @param reason what went wrong with it
 * @param origin the class, method and line that it came from; empty when nobody knows
 * @param provider the bundle or jar that the origin is of; empty when it is the engine's, or nobody knows
 * @param advice what to do, as a sentence
 */
public record FailureSummary(
        String place, long count, long lastMillis, String reason, String origin, String provider, String advice) {

    /** Refuses missing parts. */
    public FailureSummary {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(advice, "advice");
    }
}
