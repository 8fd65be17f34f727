package eventflux.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes the rows of a query, expired ones included, before the output clause chooses. Threading as {@link StreamCallback}.
 */
@ConsumerType
@FunctionalInterface
public interface QueryCallback {

    /**
     * One step of the query.
     *
     * @param timestamp of the last row of the step, epoch milliseconds
     * @param current rows that arrived, null when there is none
     * @param expired rows that left, null when there is none
     */
    void receive(long timestamp, Event[] current, Event[] expired);
}
