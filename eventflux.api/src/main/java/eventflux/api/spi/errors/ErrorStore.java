package eventflux.api.spi.errors;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps events that failed until they are replayed or purged. Safe for many threads. Names of applications are free text.
 */
@ConsumerType
public interface ErrorStore extends Closeable {

    /**
     * Keeps an event; returns when it is as safe as this store makes anything.
     *
     * @return the number under which it is kept, higher than any given before
     */
    long save(StoredError error) throws IOException;

    /**
     * The events of an application, oldest first.
     *
     * @param after only those with a higher number; 0 for all
     * @param most no more than so many
     */
    List<StoredError> list(String application, long after, int most) throws IOException;

    /** How many events of an application there are. */
    long count(String application) throws IOException;

    /** Forgets an event; answers whether it was there. */
    boolean delete(String application, long number) throws IOException;

    /** Forgets all events of an application that failed before a time in epoch milliseconds; answers how many. */
    long purge(String application, long beforeMillis) throws IOException;

    /** Lets go of everything; a store on disk keeps what it has. */
    @Override
    void close() throws IOException;
}
