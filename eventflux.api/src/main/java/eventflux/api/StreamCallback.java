package eventflux.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes the events of a stream. Called by the thread that owns the application at that moment: it must not block and must not
 * call back into the same application's life cycle. What it throws goes to the stream's error policy and stops nothing else.
 */
@ConsumerType
@FunctionalInterface
public interface StreamCallback {

    /** The events that one step of the engine put into the stream, in order. */
    void receive(Event[] events);
}
