package eventflux.ext.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.DisconnectException;

/**
 * Notices that no broker answers any more: the client tries again by itself and says nothing of it. Only time that was spent waiting counts,
 * so that a machine that stands still is not taken for a lost connection. Used by one thread.
 */
final class BrokerAnswers {

    private static final long CONSUMERS_PATIENCE_MILLIS = 10_000;
    /** Shorter: the application may be waiting for the answer meanwhile, which is due at once. */
    private static final long PRODUCERS_PATIENCE_MILLIS = 5_000;

    private static final int MISSED_HEARTBEATS = 3;
    private static final int HEARTBEAT_MILLIS = 3_000;

    private final Metric received;
    private final long turnNanos;
    private final long patienceNanos;
    private Object before;
    private long lookedNanos = System.nanoTime();
    private long silentNanos;

    private BrokerAnswers(
            Map<MetricName, ? extends Metric> metrics, String group, long turnNanos, long patienceMillis) {
        this.received = metrics.values().stream()
                .filter(metric -> metric.metricName().group().equals(group)
                        && metric.metricName().name().equals("incoming-byte-total"))
                .findFirst()
                .orElseThrow();
        this.turnNanos = turnNanos;
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        this.before = received.metricValue();
    }

    /** To a consumer: even a topic without news has it answered several times a second, and a member of a group with each heartbeat. */
    static BrokerAnswers to(Consumer<?, ?> consumer, KafkaSourceOptions options) {
        Object heartbeat = options.properties().getOrDefault("heartbeat.interval.ms", HEARTBEAT_MILLIS);
        long patienceMillis =
                Math.max(CONSUMERS_PATIENCE_MILLIS, MISSED_HEARTBEATS * Long.parseLong(heartbeat.toString()));
        return new BrokerAnswers(
                consumer.metrics(), "consumer-metrics", options.pollTimeout().toNanos(), patienceMillis);
    }

    /** To a producer with records under way, which is looked at about every so many milliseconds. */
    static BrokerAnswers to(Producer<?, ?> producer, long turnMillis) {
        return new BrokerAnswers(
                producer.metrics(),
                "producer-metrics",
                TimeUnit.MILLISECONDS.toNanos(turnMillis),
                PRODUCERS_PATIENCE_MILLIS);
    }

    /** From now on. */
    void begin() {
        lookedNanos = System.nanoTime();
        silentNanos = 0;
    }

    /** To be called after each wait: answers what is wrong when none has come for too long. */
    Optional<Exception> look() {
        long now = System.nanoTime();
        Object present = received.metricValue();
        silentNanos = present.equals(before) ? silentNanos + Math.min(now - lookedNanos, turnNanos) : 0;
        before = present;
        lookedNanos = now;
        return silentNanos <= patienceNanos
                ? Optional.empty()
                : Optional.of(new DisconnectException(
                        "no broker has answered for " + TimeUnit.NANOSECONDS.toSeconds(silentNanos) + " s"));
    }

    /** Whether an answer has come since the last look but one. */
    boolean isHeard() {
        return silentNanos == 0;
    }
}
