package eventflux.ext.inmemory;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that publish to topics. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "inMemory",
        description = "Publishes to all sources of a topic in the same process: rows as they are, or with a format the "
                + "messages that it makes. Where nobody listens they are gone.",
        parameters = {
            @Parameter(name = "topic", type = ParameterType.STRING, dynamic = true, description = "The topic.")
        },
        examples = {"@sink(type='inMemory', topic='prices') define stream Quotes (symbol string, price double);"})
public final class TopicSinkFactory implements SinkFactory {

    /** Called by the service registry. */
    public TopicSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        return context.isMapped()
                ? new TopicMessageSink(Topics.ofBundle(), context.rowSettings())
                : new TopicRowSink(Topics.ofBundle(), context.rowSettings());
    }
}
