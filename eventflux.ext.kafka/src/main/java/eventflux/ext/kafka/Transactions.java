package eventflux.ext.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends in transactions: readers of committed records see all rows of one or none. A transaction is ended by a flush, of which the engine
 * sees to it that it comes in time, or by its size; one that fails is sent anew, its records being kept until it has ended, but for those that
 * are not taken. Used by the thread that owns the application.
 */
final class Transactions implements Sender {

    private static final int MOST_RECORDS = 10_000;
    private static final int USUAL_BATCH = 16_384;

    private final Map<String, Object> properties;
    private final long mostMillis;
    private final long batchBytes;
    private final Consumer<Exception> losses;
    // All written by the thread that owns the application.
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private Producer<byte[], byte[]> producer; // null when it must be made anew
    private boolean isOpen;
    private boolean isAnew; // whether the records were sent before, in vain
    private boolean isDown; // whether the last try has failed: rows are only kept until a flush tries again
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>(); // the client's thread adds to it

    /**
     * Nothing is sent yet.
     *
     * @param properties of the client
     * @param mostMillis how long a transaction is open at most
     * @param losses is told of records that are not taken
     */
    Transactions(Map<String, Object> properties, long mostMillis, Consumer<Exception> losses) {
        this.properties = properties;
        this.mostMillis = mostMillis;
        this.batchBytes = Long.parseLong(
                properties.getOrDefault("batch.size", USUAL_BATCH).toString());
        this.losses = losses;
    }

    private record Refusal(ProducerRecord<byte[], byte[]> refused, Exception reason) {}

    @Override
    public void start(String topic) throws IOException {
        isDown = false;
        connect();
    }

    private void connect() throws IOException {
        if (producer != null) {
            return;
        }
        Producer<byte[], byte[]> made = Clients.producer(properties);
        try {
            made.initTransactions();
        } catch (KafkaException e) {
            made.close(Duration.ZERO);
            throw new IOException(Clients.reason(e), e);
        }
        producer = made;
        isOpen = false;
    }

    @Override
    public void send(ProducerRecord<byte[], byte[]> record) throws IOException {
        if (records.size() >= MOST_RECORDS) {
            commit();
        }
        records.add(record);
        if (isDown) {
            return;
        }
        try {
            offerLast();
        } catch (IOException | KafkaException e) {
            giveUp();
            isDown = true;
            records.removeIf(kept -> kept == record);
            throw new IOException(Clients.reason(e), e);
        }
    }

    private void offerLast() throws IOException {
        if (!isOpen) {
            begin();
            return;
        }
        try {
            offer(records.get(records.size() - 1));
        } catch (KafkaException e) {
            if (!giveUp()) {
                throw e;
            }
            begin();
        }
    }

    /** Opens a transaction with all records that are kept. */
    private void begin() throws IOException {
        leaveOut();
        connect();
        producer.beginTransaction();
        isOpen = true;
        for (ProducerRecord<byte[], byte[]> record : records) {
            offer(record);
            // A large record that shares its batch is refused together with others, again and again.
            if (isAnew && record.value().length > batchBytes) {
                producer.flush();
            }
        }
    }

    /**
     * What the client itself refuses it says at once. Later it may blame each record of the transaction for what one of them did, but where the
     * brokers had a look at the record itself.
     */
    private void offer(ProducerRecord<byte[], byte[]> record) {
        Thread owner = Thread.currentThread();
        producer.send(record, (metadata, failure) -> {
            if (failure != null && isTheCause(failure, owner)) {
                refusals.add(new Refusal(record, failure));
            }
        });
    }

    private static boolean isTheCause(Exception failure, Thread owner) {
        return Clients.isItself(failure) || Thread.currentThread() == owner && Clients.isRefused(failure);
    }

    @Override
    public void flush() throws IOException {
        commit();
    }

    @Override
    public long flushAfterMillis() {
        return mostMillis;
    }

    /** Ends the transaction that is open; its records are kept when that fails. */
    private void commit() throws IOException {
        if (records.isEmpty()) {
            return;
        }
        try {
            isDown = true;
            if (!isOpen) {
                begin();
            }
            producer.commitTransaction();
            records.clear();
            isOpen = false;
            isDown = false;
            isAnew = false;
        } catch (KafkaException e) {
            if (!giveUp()) {
                throw new IOException(Clients.reason(e), e);
            }
            commit();
        }
    }

    /**
     * Whatever went wrong: a new client takes over under the same name, which ends what the old one has left open. Where it was only that some
     * records are not taken, which would make each further transaction fail, it is these that go; answers whether there were any.
     */
    private boolean giveUp() {
        if (producer != null && !(isOpen && !refusals.isEmpty() && isAborted())) {
            producer.close(Duration.ZERO);
            producer = null;
        }
        isOpen = false;
        isAnew = true;
        return leaveOut();
    }

    private boolean leaveOut() {
        int before = records.size();
        for (Refusal next = refusals.poll(); next != null; next = refusals.poll()) {
            ProducerRecord<byte[], byte[]> refused = next.refused();
            if (records.removeIf(record -> record == refused)) {
                losses.accept(next.reason());
            }
        }
        return records.size() < before;
    }

    private boolean isAborted() {
        try {
            producer.abortTransaction();
            return true;
        } catch (KafkaException | IllegalStateException e) {
            // The new client does it.
            return false;
        }
    }

    @Override
    public void stop() throws IOException {
        try {
            commit();
        } finally {
            giveUp();
        }
    }
}
