package eventflux.api;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes the events of a stream without an object for each. Threading as {@link StreamCallback}. */
@ConsumerType
@FunctionalInterface
public interface RowCallback {

    /** One row; the cursor is valid only during the call. */
    void receive(Row row);
}
