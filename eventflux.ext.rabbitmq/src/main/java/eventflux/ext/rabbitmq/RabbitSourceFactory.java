package eventflux.ext.rabbitmq;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sources that read queues of RabbitMQ. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "rabbitmq",
        description = "Reads a queue. Messages are acknowledged when the application and its sinks have done with "
                + "them. Columns take attributes: 'trp:routing.key', 'trp:exchange', 'trp:redelivered', "
                + "'trp:message.id', 'trp:correlation.id', 'trp:timestamp' and headers, 'trp:header.<name>'.",
        parameters = {
            @Parameter(
                    name = "queue",
                    aliases = {"queue.name"},
                    type = ParameterType.STRING,
                    description = "The queue."),
            @Parameter(
                    name = "prefetch",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "100",
                    description = "How many messages the server sends ahead of their acknowledgement."),
            @Parameter(
                    name = "auto.ack",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description =
                            "Whether messages count as acknowledged when they are sent, and are lost with the connection or the node."),
            @Parameter(
                    name = "declare.queue",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether the queue is made when it is not there."),
            @Parameter(
                    name = "queue.durable",
                    aliases = {"queue.durable.enabled"},
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether a queue made here outlives the server."),
            @Parameter(
                    name = "exchange",
                    aliases = {"exchange.name"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "An exchange to make and to bind the queue to."),
            @Parameter(
                    name = "exchange.type",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "direct",
                    description = "Its type: \"direct\", \"fanout\", \"topic\" or \"headers\"."),
            @Parameter(
                    name = "routing.key",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The key that the queue is bound by."),
            @Parameter(
                    name = "consumer.tag",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "What the server knows the consumer as.")
        },
        shares = Address.class,
        examples = {
            "CREATE STREAM Orders (id LONG, item STRING) WITH (type='source', extension='rabbitmq', "
                    + "format='json', \"rabbitmq.host\"='localhost', \"rabbitmq.queue\"='orders')"
        })
public final class RabbitSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public RabbitSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("a rabbitmq source needs a format, such as format='json'");
        }
        String name = "eventflux-rabbitmq-" + context.application() + "-" + context.stream();
        return new RabbitSource(context.settings(), new Address(context.settings(), name), context.time(), name);
    }
}
