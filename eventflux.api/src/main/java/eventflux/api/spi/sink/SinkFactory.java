package eventflux.api.spi.sink;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes sinks of one name; the service that a sink extension registers. */
@ConsumerType
@FunctionalInterface
public interface SinkFactory {

    /**
     * A sink for one stream: a {@link MessageSink} when the context is mapped, a {@link RowSink} otherwise. Opens nothing.
     */
    Sink create(SinkContext context);
}
