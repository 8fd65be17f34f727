package eventflux.ext.inmemory;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sources that listen to topics. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "inMemory",
        description = "Takes what sinks of the same process publish to a topic: rows as they are, or with a format the "
                + "messages of sinks that have one.",
        parameters = {@Parameter(name = "topic", type = ParameterType.STRING, description = "The topic.")},
        examples = {"@source(type='inMemory', topic='prices') define stream Prices (symbol string, price double);"})
public final class TopicSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public TopicSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        return new TopicSource(
                context.settings().getString("topic"),
                Topics.ofBundle(),
                context.time(),
                context.isMapped(),
                "eventflux-topic-" + context.application() + "-" + context.stream());
    }
}
