package eventflux.ext.rabbitmq;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that write to exchanges of RabbitMQ. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "rabbitmq",
        description = "Writes one message a row. Messages are kept until the server has confirmed them and sent again "
                + "when it has not.",
        parameters = {
            @Parameter(
                    name = "exchange",
                    aliases = {"exchange.name"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The exchange; without one, the routing key is the name of a queue."),
            @Parameter(
                    name = "routing.key",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "The key that decides on the queues."),
            @Parameter(
                    name = "headers.*",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "A header by its name."),
            @Parameter(
                    name = "message.id",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "What the message is known as."),
            @Parameter(
                    name = "correlation.id",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "What the message belongs to."),
            @Parameter(
                    name = "content.type",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "application/octet-stream",
                    description = "What the payload is."),
            @Parameter(
                    name = "persistent",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether the server writes messages to disk."),
            @Parameter(
                    name = "mandatory",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether a message that no queue takes is counted as lost."),
            @Parameter(
                    name = "declare.exchange",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether the exchange is made when it is not there."),
            @Parameter(
                    name = "exchange.type",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "direct",
                    description =
                            "The type of an exchange made here: \"direct\", \"fanout\", \"topic\" or \"headers\"."),
            @Parameter(
                    name = "confirm.window",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "1000",
                    description = "How many messages may be on their way without the server's confirmation."),
            @Parameter(
                    name = "confirm.timeout.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "30000",
                    description = "How long confirmations are waited for.")
        },
        shares = Address.class,
        examples = {
            "CREATE STREAM Alerts (item STRING) WITH (type='sink', extension='rabbitmq', format='json', "
                    + "\"rabbitmq.host\"='localhost', \"rabbitmq.exchange\"='alerts', "
                    + "\"rabbitmq.routing.key\"='{{item}}', \"rabbitmq.declare.exchange\"='true')"
        })
public final class RabbitSinkFactory implements SinkFactory {

    /** Called by the service registry. */
    public RabbitSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("a rabbitmq sink needs a format, such as format='json'");
        }
        String name = "eventflux-rabbitmq-" + context.application() + "-" + context.stream();
        return new RabbitSink(new Address(context.settings(), name), context);
    }
}
