package eventflux.core.resolved;

import java.util.Objects;
import java.util.Optional;

/**
 * How a source or sink holds its connection.
 *
 * @param isRequired whether the application fails when it cannot be reached at the start; otherwise it is tried again
 * @param retries how often a connection that is lost is tried again
 * @param breaker when a sink is left alone for a while, if ever
 */
public record ConnectionPolicy(boolean isRequired, Retries retries, Optional<Breaker> breaker) {

    /** Refuses missing parts. */
    public ConnectionPolicy {
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(breaker, "breaker");
    }

    /**
     * A circuit breaker.
     *
     * @param failures so many in a row open it
     * @param recoveryMillis so long it stays open before one row tries again
     */
    public record Breaker(int failures, long recoveryMillis) {}
}
