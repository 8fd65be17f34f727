package eventflux.api.spi.mapper;

import eventflux.api.event.RowAppender;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns messages into rows. Used by one thread at a time. */
@ConsumerType
@FunctionalInterface
public interface SourceMapper {

    /**
     * Appends the rows of one message: none, one or many. Values go to columns by name and are converted to the column's
     * declared type; nothing is guessed.
     *
     * @param out where the rows go; the caller flushes, and aborts a row that was begun when this throws
     * @throws MappingException for a value that does not fit or a message that cannot be read, with its place
     */
    void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException;
}
