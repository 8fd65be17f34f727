package eventflux.api.spi.sink;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A sink that takes messages from a mapper. */
@ConsumerType
public non-sealed interface MessageSink extends Sink {

    /** What the mapper puts before the first message; nothing is done with it by default. */
    default void header(byte[] bytes, int offset, int length) throws IOException {}

    /** Takes one message; the array is the caller's. */
    void publish(byte[] payload, int offset, int length) throws IOException;
}
