package eventflux.ext.kafka;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Sends without waiting. Records that did not get through for a reason that passes are kept and sent again, before the next flush
 * at the latest; they may arrive behind others then. Used by one thread, beside the client's own that reports.
 */
final class Outbox implements Sender {

    private static final int MOST_UNSENT = 10_000;

    private final Map<String, Object> properties;
    private final Consumer<Exception> losses;
    private final Deque<ProducerRecord<byte[], byte[]>> unsent = new ArrayDeque<>(); // guarded by itself
    private volatile Exception lastFailure; // written by the client's thread
    // Written by the thread that owns the application; null while it is stopped.
    private Producer<byte[], byte[]> producer;

    /**
     * An empty outbox.
     *
     * @param properties of the client
     * @param losses is told of records that are not wanted
     */
    Outbox(Map<String, Object> properties, Consumer<Exception> losses) {
        this.properties = properties;
        this.losses = losses;
    }

    @Override
    public void start(String topic) throws IOException {
        producer = Clients.producer(properties, topic);
    }

    /** Refuses when too many before it did not get through. */
    @Override
    public void send(ProducerRecord<byte[], byte[]> record) throws IOException {
        if (unsent() >= MOST_UNSENT) {
            sendAgain();
            refuseWhenFull();
        }
        offer(record);
    }

    private void refuseWhenFull() throws IOException {
        if (unsent() >= MOST_UNSENT) {
            throw undelivered();
        }
    }

    private Future<?> offer(ProducerRecord<byte[], byte[]> record) throws IOException {
        try {
            return producer.send(record, (metadata, failure) -> report(record, failure));
        } catch (KafkaException | IllegalStateException e) {
            throw new IOException(Clients.reason(e), e);
        }
    }

    private void report(ProducerRecord<byte[], byte[]> record, Exception failure) {
        if (failure instanceof RetriableException) {
            lastFailure = failure;
            synchronized (unsent) {
                unsent.add(record);
            }
        } else if (failure != null) {
            losses.accept(failure);
        }
    }

    @Override
    public void flush() throws IOException {
        sendAgain();
        producer.flush();
        if (unsent() > 0) {
            sendAgain();
            producer.flush();
        }
        if (unsent() > 0) {
            throw undelivered();
        }
    }

    @Override
    public void stop() throws IOException {
        try {
            flush();
        } finally {
            Clients.close(producer);
            producer = null;
        }
    }

    /** Sends what did not get through; stops at the first that fails at once. */
    private void sendAgain() throws IOException {
        for (int left = unsent(); left > 0; left--) {
            ProducerRecord<byte[], byte[]> record;
            synchronized (unsent) {
                record = unsent.poll();
            }
            if (offer(record).isDone() && unsent() >= left) {
                return;
            }
        }
    }

    private int unsent() {
        synchronized (unsent) {
            return unsent.size();
        }
    }

    private IOException undelivered() {
        Exception cause = lastFailure;
        return new IOException(
                unsent() + " messages wait for being sent again: " + (cause == null ? "" : Clients.reason(cause)),
                cause);
    }
}
