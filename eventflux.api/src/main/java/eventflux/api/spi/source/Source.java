package eventflux.api.spi.source;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings messages or rows from outside, on threads of its own. {@link #start} and {@link #stop} are called in turn, by one
 * thread at a time; a stopped source may be started again.
 */
@ConsumerType
public interface Source {

    /**
     * Connects and begins to deliver; returns when it is connected.
     *
     * @throws IOException when the outside cannot be reached or the settings name something that is not there
     */
    void start(SourceOutput out) throws IOException;

    /** Stops delivering and lets go of everything; returns when nothing will be delivered any more. */
    void stop();
}
