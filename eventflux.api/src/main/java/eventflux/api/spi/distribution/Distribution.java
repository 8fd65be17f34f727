package eventflux.api.spi.distribution;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/** Decides which destinations take a row. Called by the thread that owns the application, in the order of the stream. */
@ConsumerType
@FunctionalInterface
public interface Distribution {

    /**
     * Where a row goes.
     *
     * @param row the row; the cursor is valid only during the call
     * @param destinations the destinations, which know whether they can be reached
     * @param chosen takes those that the row goes to; when none is chosen the row fails, as the sink's error policy says
     */
    void choose(Row row, Destinations destinations, Chosen chosen);
}
