package eventflux.api.spi.sink;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes sinks of one name; the service that a sink extension registers. */
@ConsumerType
@FunctionalInterface
public interface SinkFactory {

    /** A sink for one stream, a {@link MessageSink} when the context is mapped and a {@link RowSink} otherwise; opens nothing yet. */
    Sink create(SinkContext context);
}
