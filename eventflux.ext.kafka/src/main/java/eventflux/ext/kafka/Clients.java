package eventflux.ext.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes Kafka's clients. They find classes by name (login modules, partitioners) through the class loader of the thread, and a first
 * use with a wrong one spoils the library until the bundle is installed anew.
 */
final class Clients {

    /** Shorter than the engine waits for a sink to stop. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(18);
    /** Shorter than the engine waits for a source to stop. */
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(2);

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private Clients() {}

    /** A consumer of bytes. */
    static Consumer<byte[], byte[]> consumer(Map<String, Object> properties) throws IOException {
        return make(() -> new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** A producer of bytes. */
    static Producer<byte[], byte[]> producer(Map<String, Object> properties) throws IOException {
        return make(() -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A producer that has heard from the brokers within a time: they know the topic, unless its name is empty. */
    static Producer<byte[], byte[]> producer(Map<String, Object> properties, String topic, Duration patience)
            throws IOException {
        Producer<byte[], byte[]> producer = producer(properties);
        try {
            if (!topic.isEmpty()) {
                awaitTopic(producer, topic, System.nanoTime() + patience.toNanos());
            }
            return producer;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new IOException("no answer from " + properties.get("bootstrap.servers") + ": " + reason(e), e);
        }
    }

    // The client's own patience is that of a row, which may be none.
    private static void awaitTopic(Producer<byte[], byte[]> producer, String topic, long endNanos) {
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() >= endNanos) {
                    throw e;
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
    }

    /** Closes a consumer, within reason: it says good-bye to its group. */
    static void close(Consumer<byte[], byte[]> consumer) {
        consumer.close(CloseOptions.timeout(LEAVE_PATIENCE));
    }

    /**
     * Whether the brokers do not want a record, so that sending it again is of no use. What a client says that was closed, or lost its number
     * or its login meanwhile, says nothing of the record.
     */
    static boolean isRefused(Exception failure) {
        return failure instanceof ApiException
                && !(failure instanceof RetriableException)
                && !(failure instanceof AuthenticationException)
                && !(failure instanceof OutOfOrderSequenceException)
                && !(failure instanceof ApplicationRecoverableException)
                && !(failure instanceof TransactionAbortedException)
                && !(failure instanceof TransactionAbortableException);
    }

    /**
     * Whether it was a record itself that the brokers or the client did not want. Clients say it of other records of its transaction too.
     */
    static boolean isItself(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException;
    }

    /** Closes a producer, if there is one; what it holds still goes out, within reason. */
    static void close(Producer<byte[], byte[]> producer) {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }

    /** Makes threads of a name that find the classes of the client library, and keep no process alive. */
    static ThreadFactory threads(String name) {
        return work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            adopt(made);
            return made;
        };
    }

    /** Lets a thread find the classes of the client library. */
    static void adopt(Thread thread) {
        thread.setContextClassLoader(Clients.class.getClassLoader());
    }

    /** Refuses what the client would refuse when it is made, before anything is started. */
    static void check(Map<String, Object> properties, Supplier<ConfigDef> known) {
        asItself(() -> {
            // Its definitions name classes, so they are not even asked for otherwise.
            Map<String, ConfigDef.ConfigKey> keys = known.get().configKeys();
            properties.forEach((name, value) -> check(name, value, keys.get(name)));
            return keys;
        });
    }

    private static void check(String name, Object value, ConfigDef.ConfigKey key) {
        if (key == null) {
            return;
        }
        try {
            Object parsed = ConfigDef.parseType(name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(name, parsed);
            }
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static <T> T make(Supplier<T> client) throws IOException {
        try {
            return asItself(client);
        } catch (KafkaException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static <T> T asItself(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        adopt(thread);
        try {
            return call.get();
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
