package eventflux.api.spi.source;

import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings messages or rows from outside, on threads of its own. {@link #start} and {@link #stop} are called in turn, by one
 * thread at a time; a stopped source may be started again.
 *
 * <p>A source that can find again what it has read tells its {@link #place}: the engine keeps it in the application's state together with
 * what became of the rows, and hands it to the source that goes on. Where the outside remembers (the offsets of a group, unacknowledged
 * messages) a source needs none.
 */
@ConsumerType
public interface Source {

    /**
     * Connects and begins to deliver; returns when it is connected.
     *
     * @throws IOException when the outside cannot be reached or the settings name something that is not there
     */
    void start(SourceOutput out) throws IOException;

    /**
     * How far it has come: a text from which a source of the same settings, made later or in another process, can {@link #resume} so that
     * nothing of what follows is missing and nothing comes twice. Asked on the thread that delivers, when rows have been taken: inside
     * {@link SourceOutput#message}, where the place is behind the message at hand, and inside {@link SourceOutput#flush}, where it is behind
     * all that was handed over. Holds no secrets.
     *
     * @return empty, as by default, when it keeps no place
     */
    default Optional<String> place() {
        return Optional.empty();
    }

    /**
     * Says where the next {@link #start} is to go on, instead of where the settings say. Called before the first start.
     *
     * @param place what a source of this name, perhaps of another version or with other settings, has told; where that is a place in something
     *     else than this source reads, it begins as its settings say
     * @throws IllegalArgumentException when the text is no place at all; the application does not start then
     */
    default void resume(String place) {}

    /** Stops delivering and lets go of everything; returns when nothing will be delivered any more. */
    void stop();
}
