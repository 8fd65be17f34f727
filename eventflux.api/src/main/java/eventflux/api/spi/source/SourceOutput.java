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
     * @return whether it was taken; false means that the source is being stopped and the message was not
     */
    default boolean message(byte[] payload, int offset, int length) {
        return message(payload, offset, length, MessageAttributes.none());
    }

    /** As {@link #message(byte[], int, int)}, for a message that comes with attributes. */
    boolean message(byte[] payload, int offset, int length, MessageAttributes attributes);

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

    /**
     * Delivers what has been collected and returns when the application has processed all that it was given and its sinks have
     * passed it on. To be asked before the outside is told that messages need not be kept.
     *
     * @return false when that failed or the source is being stopped too soon: what was delivered since the last time may be lost
     *     and should be delivered again
     */
    boolean settle();

    /** Says that nothing will come any more: the input was finite and this is its end. Flushes. */
    void endOfInput();

    /**
     * Says that the source has broken for good and why; nothing will come any more.
     */
    void failed(Exception cause);

    /**
     * Says that the connection is lost: the source is stopped and, after a pause that grows from time to time, started again, until
     * that succeeds. To be called at most once for each start.
     */
    void disconnected(Exception cause);

    /**
     * Says that the connection is lost and that the source brings it back by itself, which takes nothing from the engine but to show it, until
     * {@link #reconnected}. Nothing is done about it by default.
     */
    default void reconnecting(Exception cause) {}

    /** Says that the connection is back that the source was {@link #reconnecting}. */
    default void reconnected() {}
}
