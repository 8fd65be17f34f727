package eventflux.api.spi.source;

import eventflux.api.event.RowAppender;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a source delivers to; used by one thread at a time. Delivery waits while the application is not ready, and that
 * is the back-pressure: a source that must not wait reads less.
 */
@ProviderType
public interface SourceOutput {

    /**
     * One message, through the mapper. An error in it goes to the source's error policy and does not come back here.
     *
     * @return whether the application still takes messages; false means that the source is being stopped
     */
    boolean message(byte[] payload, int offset, int length);

    /**
     * A message that the source itself could not read, while it goes on; goes to its error policy.
     *
     * @param place where it came from, such as a file and line
     */
    void rejected(Exception cause, String place);

    /** Rows for a source without a mapper. */
    RowAppender rows();

    /** Delivers what has been collected so far; to be called when nothing more is at hand at the moment. */
    void flush();

    /** Says that nothing will come any more: the input was finite and this is its end. Flushes. */
    void endOfInput();

    /**
     * Says that the source has broken and why; it will be stopped, and its error policy decides whether it is started again.
     */
    void failed(Exception cause);
}
