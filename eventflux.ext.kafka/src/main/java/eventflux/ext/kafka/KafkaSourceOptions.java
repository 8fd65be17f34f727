package eventflux.ext.kafka;

import eventflux.api.config.Settings;
import eventflux.api.spi.source.SourceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/**
 * What is read, and from where on.
 *
 * @param topics the topics
 * @param partitions read without a share of a group, by number; empty for those that the group gives
 * @param firstOffsets where a partition of a topic begins that the group has never read, by topic
 * @param isBounded whether it ends where its partitions end when it starts, and reads all of them without a share of the group
 * @param commitsItself whether offsets are committed when what was read has been delivered; otherwise the client does as it likes
 * @param pollTimeout how long one question for messages waits
 * @param connectTimeout how long the first question to the brokers waits
 * @param properties of the client
 */
record KafkaSourceOptions(
        List<String> topics,
        Set<Integer> partitions,
        Map<String, Long> firstOffsets,
        boolean isBounded,
        boolean commitsItself,
        Duration pollTimeout,
        Duration connectTimeout,
        Map<String, Object> properties) {

    KafkaSourceOptions {
        topics = List.copyOf(topics);
        partitions = Set.copyOf(partitions);
        firstOffsets = Map.copyOf(firstOffsets);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("topic names no topic");
        }
    }

    static KafkaSourceOptions of(SourceContext context) {
        Settings settings = context.settings();
        boolean isAutomatic = settings.getBoolean("enable.auto.commit");
        String owner = "eventflux-" + context.application() + "-" + context.stream();
        Map<String, Object> properties = ClientProperties.of(settings)
                .put("group.id", settings.find("group.id").orElse(owner))
                .put("enable.auto.commit", String.valueOf(isAutomatic))
                .put("auto.offset.reset", reset(settings.getString("auto.offset.reset")))
                .take(settings, "client.id", "client.id")
                .take(settings, "isolation.level", "isolation.level")
                .take(settings, "session.timeout.ms", "session.timeout.ms")
                .take(settings, "heartbeat.interval.ms", "heartbeat.interval.ms")
                .otherwise("client.id", owner)
                .otherwise("enable.metrics.push", "false")
                .with(settings, ConsumerConfig::configDef);
        return new KafkaSourceOptions(
                list(settings.getString("topic")),
                numbers(settings.find("partitions").orElse("")),
                offsets(settings.find("topic.offsets.map").orElse("")),
                isBounded(settings.getString("end.position")),
                !isAutomatic,
                Duration.ofMillis(settings.getMillis("poll.timeout.ms")),
                Duration.ofMillis(settings.getMillis("connect.timeout.ms")),
                properties);
    }

    /** The partitions that are read without a share of a group. */
    List<TopicPartition> assignment() {
        return topics.stream()
                .flatMap(topic -> partitions.stream().map(number -> new TopicPartition(topic, number)))
                .toList();
    }

    private static String reset(String position) {
        return switch (position) {
            case "beginning" -> "earliest";
            case "end" -> "latest";
            default -> position;
        };
    }

    private static boolean isBounded(String position) {
        return switch (position) {
            case "latest", "end" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("end.position is \"latest\" or \"none\", not " + position);
        };
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Set<Integer> numbers(String text) {
        try {
            return Set.copyOf(list(text).stream().map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("partitions are numbers, not '" + text + "'", e);
        }
    }

    /** {@code topic=offset,topic=offset}. */
    private static Map<String, Long> offsets(String text) {
        Map<String, Long> offsets = new LinkedHashMap<>();
        for (String pair : new ArrayList<>(list(text))) {
            String[] parts = pair.split("=", 2);
            try {
                offsets.put(parts[0].strip(), Long.valueOf(parts[1].strip()));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("topic.offsets.map is topic=offset,…, not '" + pair + "'", e);
            }
        }
        return offsets;
    }
}
