package eventflux.ext.kafka;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;
import org.slf4j.LoggerFactory;

/** Makes sources that read topics of Kafka. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "kafka",
        description =
                "Reads topics. Offsets are committed when the application and its sinks have done with what was read, so that nothing is "
                        + "lost: what was not committed comes again. A slow application is not asked to take more than it can. Columns "
                        + "take attributes: 'trp:key', 'trp:topic', 'trp:partition', 'trp:offset', 'trp:timestamp' and headers, "
                        + "'trp:header.<name>'.",
        parameters = {
            @Parameter(
                    name = "bootstrap.servers",
                    aliases = {"brokers"},
                    type = ParameterType.STRING,
                    description = "The brokers to ask first: host:port, separated by commas."),
            @Parameter(
                    name = "topic",
                    aliases = {"topics", "topic.list"},
                    type = ParameterType.STRING,
                    description = "The topics, separated by commas."),
            @Parameter(
                    name = "group.id",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "The group that shares the partitions and remembers what was read. By default after application and stream."),
            @Parameter(
                    name = "auto.offset.reset",
                    aliases = {"start.position"},
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "latest",
                    description = "Where a partition begins that the group has never read: \"latest\" (or \"end\"), "
                            + "\"earliest\" (or \"beginning\"), or \"none\", which is an error."),
            @Parameter(
                    name = "topic.offsets.map",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "Where partitions begin that the group has never read: topic=offset, separated by commas."),
            @Parameter(
                    name = "end.position",
                    aliases = {"ending.offsets"},
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "none",
                    description =
                            "\"latest\" ends the input where the topics end when it starts, all of whose partitions are read then, "
                                    + "without a share of the group; \"none\" goes on."),
            @Parameter(
                    name = "partitions",
                    aliases = {"partition.no.list"},
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "Partitions to read, by number and separated by commas, without a share of the group."),
            @Parameter(
                    name = "enable.auto.commit",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description =
                            "Whether the client commits offsets by itself from time to time, before what they stand for is processed. "
                                    + "By default they are committed when the application and its sinks have done with a message."),
            @Parameter(
                    name = "poll.timeout.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "100",
                    description = "How long one question for messages waits."),
            @Parameter(
                    name = "connect.timeout.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "10000",
                    description = "How long the start waits for the brokers."),
            @Parameter(
                    name = "session.timeout.ms",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "After so long without a sign of life the partitions go to others."),
            @Parameter(
                    name = "heartbeat.interval.ms",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "How often there is a sign of life."),
            @Parameter(
                    name = "isolation.level",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "\"read_committed\" passes over what was sent in transactions that were not completed."),
            @Parameter(
                    name = "fetch.*",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "Any property of the client that begins so.")
        },
        shares = ClientProperties.class,
        examples = {
            "CREATE STREAM Readings (device STRING, temp DOUBLE, at LONG) WITH (type='source', extension='kafka', format='json', "
                    + "\"kafka.bootstrap.servers\"='localhost:9092', \"kafka.topic\"='readings', \"kafka.group.id\"='monitor', "
                    + "\"kafka.auto.offset.reset\"='earliest', \"json.mapping.at\"='trp:timestamp')"
        })
public final class KafkaSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public KafkaSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("a kafka source needs a format, such as format='json' or format='csv'");
        }
        return new KafkaSource(
                "eventflux-kafka-" + context.application() + "-" + context.stream(),
                KafkaSourceOptions.of(context),
                () -> LoggerFactory.getLogger(KafkaSource.class));
    }
}
