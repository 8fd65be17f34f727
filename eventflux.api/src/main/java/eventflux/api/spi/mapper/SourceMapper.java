package eventflux.api.spi.mapper;

import eventflux.api.event.RowAppender;
import java.util.Optional;
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

    /**
     * What it has to know of earlier messages to read those that follow, such as a header; goes with the {@linkplain
     * eventflux.api.spi.source.Source#place place} of the source. Asked where messages are mapped, between two of them.
     *
     * @return empty, as by default, when each message stands for itself
     */
    default Optional<String> memory() {
        return Optional.empty();
    }

    /**
     * Takes over from a mapper of the same name, perhaps of another version or with other settings; called before the first message.
     *
     * @param memory what that one remembered; where it is of no use, it is passed over
     */
    default void recall(String memory) {}
}
