package eventflux.api.spi.sink;

import eventflux.api.event.Row;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A sink that takes rows as they are. */
@ConsumerType
public non-sealed interface RowSink extends Sink {

    /** Takes one row; the cursor is valid only during the call. */
    void publish(Row row) throws IOException;
}
