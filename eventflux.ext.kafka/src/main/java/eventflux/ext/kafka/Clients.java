package eventflux.ext.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes Kafka's clients. They find classes by name (login modules, partitioners) through the class loader of the thread, and a first
 * use with a wrong one spoils the library until the bundle is installed anew.
 */
final class Clients {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private Clients() {}

    /** A consumer of bytes. */
    static Consumer<byte[], byte[]> consumer(Map<String, Object> properties) throws IOException {
        return make(() -> new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** A producer of bytes. */
    static Producer<byte[], byte[]> producer(Map<String, Object> properties) throws IOException {
        return make(() -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A producer that has heard from the brokers: they know the topic, unless its name is empty. */
    static Producer<byte[], byte[]> producer(Map<String, Object> properties, String topic) throws IOException {
        Producer<byte[], byte[]> producer = producer(properties);
        try {
            if (!topic.isEmpty()) {
                producer.partitionsFor(topic);
            }
            return producer;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new IOException("no answer from " + properties.get("bootstrap.servers") + ": " + reason(e), e);
        }
    }

    /** Closes a producer, if there is one; what it holds still goes out, within reason. */
    static void close(Producer<byte[], byte[]> producer) {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }

    /** Lets a thread find the classes of the client library. */
    static void adopt(Thread thread) {
        thread.setContextClassLoader(Clients.class.getClassLoader());
    }

    private static <T> T make(Supplier<T> client) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        adopt(thread);
        try {
            return client.get();
        } catch (KafkaException e) {
            throw new IOException(reason(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the innermost of some exceptions says; the outer ones say only that a client could not be made. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }
}
