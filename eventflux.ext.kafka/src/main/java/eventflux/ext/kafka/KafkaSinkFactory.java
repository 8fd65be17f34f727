package eventflux.ext.kafka;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that write topics of Kafka. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "kafka",
        description =
                "Writes one record a row. Records that do not get through are kept and sent again, so that nothing is lost as long as the "
                        + "application runs.",
        parameters = {
            @Parameter(
                    name = "bootstrap.servers",
                    aliases = {"brokers"},
                    type = ParameterType.STRING,
                    description = "The brokers to ask first: host:port, separated by commas."),
            @Parameter(name = "topic", type = ParameterType.STRING, dynamic = true, description = "The topic."),
            @Parameter(
                    name = "key",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "The key, which decides on the partition; none by default."),
            @Parameter(
                    name = "partition",
                    aliases = {"partition.no"},
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "The partition, by number; by default the key decides, or chance."),
            @Parameter(
                    name = "timestamp",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "The time of the record, epoch milliseconds; the time of sending by default."),
            @Parameter(
                    name = "headers.*",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "A header by its name."),
            @Parameter(
                    name = "acks",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "all",
                    description = "How many brokers must have a record: \"all\", \"1\" or \"0\"."),
            @Parameter(
                    name = "compression",
                    aliases = {"compression.type"},
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "none",
                    description = "\"none\", \"gzip\", \"snappy\", \"lz4\" or \"zstd\"."),
            @Parameter(
                    name = "linger.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "5",
                    description = "How long a record waits for company."),
            @Parameter(
                    name = "batch.size",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "How many bytes go together at most."),
            @Parameter(
                    name = "buffer.memory",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "How many bytes wait for being sent at most."),
            @Parameter(
                    name = "enable.idempotence",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether brokers recognise records that are sent twice."),
            @Parameter(
                    name = "message.timeout.ms",
                    aliases = {"delivery.timeout.ms"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "30000",
                    description =
                            "After so long without success a record counts as not delivered; it is kept and sent again with a later one."),
            @Parameter(
                    name = "delivery.sync",
                    aliases = {"is.synchronous"},
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description =
                            "Whether each row waits for the brokers' report; its failure goes to the sink's error policy then."),
            @Parameter(
                    name = "queue.full.strategy",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "block",
                    description =
                            "When too much waits for being sent: \"block\" for at most flush.timeout.ms, or \"error\" at once."),
            @Parameter(
                    name = "flush.timeout.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "30000",
                    description = "How long a row waits for room, and the start for the brokers."),
            @Parameter(
                    name = "transactional.id",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "Sends in transactions, under this name; only one running sink may have it."),
            @Parameter(
                    name = "transaction.interval.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "1000",
                    description = "How long a transaction is open at most.")
        },
        shares = ClientProperties.class,
        examples = {
            "CREATE STREAM Alerts (device STRING, temp DOUBLE) WITH (type='sink', extension='kafka', format='json', "
                    + "\"kafka.bootstrap.servers\"='localhost:9092', \"kafka.topic\"='alerts', \"kafka.key\"='{{device}}')"
        })
public final class KafkaSinkFactory implements SinkFactory {

    /** Called by the service registry. */
    public KafkaSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("a kafka sink needs a format, such as format='json' or format='csv'");
        }
        String topic = context.settings().getString("topic");
        return new KafkaSink(
                KafkaSinkOptions.of(context).sender(context), context.rowSettings(), topic.contains("{{") ? "" : topic);
    }
}
