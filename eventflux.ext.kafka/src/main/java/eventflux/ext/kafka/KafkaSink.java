package eventflux.ext.kafka;

import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes one message a record. */
final class KafkaSink implements MessageSink {

    private final Sender sender;
    private final RowSettings row;
    private final String topic; // empty when each row says it

    KafkaSink(Sender sender, RowSettings row, String topic) {
        this.sender = sender;
        this.row = row;
        this.topic = topic;
    }

    @Override
    public void start() throws IOException {
        sender.start(topic);
    }

    @Override
    public void publish(byte[] payload, int offset, int length) throws IOException {
        sender.send(record(Arrays.copyOfRange(payload, offset, offset + length)));
    }

    private ProducerRecord<byte[], byte[]> record(byte[] value) throws MessageRefusedException {
        String to = row.find("topic").orElseThrow(() -> new MessageRefusedException("the row says no topic"));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                to,
                number("partition").map(Long::intValue).orElse(null),
                number("timestamp").orElse(null),
                row.find("key").map(KafkaSink::bytes).orElse(null),
                value);
        row.withPrefix("headers.").forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    private Optional<Long> number(String setting) throws MessageRefusedException {
        Optional<String> text = row.find(setting);
        try {
            return text.map(String::strip).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw new MessageRefusedException(setting + " is a number, not '" + text.orElse("") + "'", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void flush() throws IOException {
        sender.flush();
    }

    @Override
    public long flushAfterMillis() {
        return sender.flushAfterMillis();
    }

    @Override
    public void stop() throws IOException {
        sender.stop();
    }
}
