package eventflux.ext.kafka;

import eventflux.api.config.Settings;
import eventflux.api.spi.sink.SinkContext;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How messages are sent.
 *
 * @param waitsForReport whether each message is waited for
 * @param transaction the name that makes sending transactional; empty for none
 * @param transactionMillis how long a transaction is open at most
 * @param startPatience how long the start waits for the brokers
 * @param properties of the client
 */
record KafkaSinkOptions(
        boolean waitsForReport,
        String transaction,
        long transactionMillis,
        Duration startPatience,
        Map<String, Object> properties) {

    static KafkaSinkOptions of(SinkContext context) {
        Settings settings = context.settings();
        String transaction = settings.find("transactional.id").orElse("");
        ClientProperties client = ClientProperties.of(settings)
                .put("acks", settings.getString("acks"))
                .put("compression.type", settings.getString("compression"))
                .put("linger.ms", String.valueOf(settings.getMillis("linger.ms")))
                .put("delivery.timeout.ms", String.valueOf(settings.getMillis("message.timeout.ms")))
                .put("enable.idempotence", settings.getString("enable.idempotence"))
                .put("max.block.ms", block(settings))
                .take(settings, "batch.size", "batch.size")
                .take(settings, "buffer.memory", "buffer.memory")
                .take(settings, "client.id", "client.id")
                .otherwise("client.id", "eventflux-" + context.application() + "-" + context.stream())
                // Else a client that has lost all brokers forgets the topic, and the next row waits for
                // it with the application.
                .otherwise("metadata.recovery.strategy", "none")
                .otherwise("enable.metrics.push", "false");
        if (!transaction.isEmpty()) {
            client.put("transactional.id", transaction);
        }
        client.otherwise("request.timeout.ms", requestTimeout(settings));
        return new KafkaSinkOptions(
                settings.getBoolean("delivery.sync"),
                transaction,
                settings.getMillis("transaction.interval.ms"),
                Duration.ofMillis(settings.getMillis("flush.timeout.ms")),
                client.with(settings, ProducerConfig::configDef));
    }

    /** How long a row waits for room. */
    Duration rowPatience() {
        return Duration.ofMillis(Long.parseLong(properties.get("max.block.ms").toString()));
    }

    /** The sender that they ask for. */
    Sender sender(SinkContext context) {
        if (!transaction.isEmpty()) {
            return new Transactions(properties, transactionMillis, context::lost);
        }
        return waitsForReport ? new ReportedSender(this) : new Outbox(this, context);
    }

    /** The client refuses a request that may last longer than the delivery that it is part of. */
    private static String requestTimeout(Settings settings) {
        long forOne = settings.getMillis("message.timeout.ms") - settings.getMillis("linger.ms");
        return String.valueOf(Math.max(1, Math.min(30_000, forOne)));
    }

    private static String block(Settings settings) {
        String strategy = settings.getString("queue.full.strategy");
        return switch (strategy) {
            case "block" -> String.valueOf(settings.getMillis("flush.timeout.ms"));
            case "error" -> "0";
            default ->
                throw new IllegalArgumentException("queue.full.strategy is block or error, not '" + strategy + "'");
        };
    }
}
