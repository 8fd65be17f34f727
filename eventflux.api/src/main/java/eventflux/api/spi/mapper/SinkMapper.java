package eventflux.api.spi.mapper;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns rows into messages. Used by one thread at a time. */
@ConsumerType
public interface SinkMapper {

    /** What comes before the first message of a file or connection, such as a line of column names; nothing by default. */
    default void header(PayloadBuffer out) {}

    /** Writes the message of one row. */
    void map(Row row, PayloadBuffer out);
}
