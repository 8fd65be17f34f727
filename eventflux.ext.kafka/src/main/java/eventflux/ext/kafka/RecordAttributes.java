package eventflux.ext.kafka;

import eventflux.api.spi.source.MessageAttributes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What stands in a record beside its value. Headers and keys are read as UTF-8. */
final class RecordAttributes implements MessageAttributes {

    private static final String HEADER = "header.";

    // Written by the thread that delivers.
    private ConsumerRecord<byte[], byte[]> record;

    RecordAttributes of(ConsumerRecord<byte[], byte[]> next) {
        record = next;
        return this;
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "key" -> Optional.ofNullable(record.key()).map(RecordAttributes::text);
            case "topic" -> Optional.of(record.topic());
            case "partition" -> Optional.of(record.partition());
            case "offset" -> Optional.of(record.offset());
            case "timestamp" -> Optional.of(record.timestamp());
            default -> header(name.startsWith(HEADER) ? name.substring(HEADER.length()) : name);
        };
    }

    private Optional<Object> header(String name) {
        Header header = record.headers().lastHeader(name);
        return Optional.ofNullable(header).map(Header::value).map(RecordAttributes::text);
    }

    private static Object text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
