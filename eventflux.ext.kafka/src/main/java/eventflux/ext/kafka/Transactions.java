package eventflux.ext.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Queue<Suspicion> suspicions = new ConcurrentLinkedQueue<>(); // the client's thread adds to it

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

    private record Suspicion(ProducerRecord<byte[], byte[]> suspect, Exception reason) {}

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
            giveUp(e);
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
            giveUp(e);
            if (!leaveOut()) {
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

    private void offer(ProducerRecord<byte[], byte[]> record) {
        offer(record, reason -> suspicions.add(new Suspicion(record, reason)));
    }

    /**
     * What the client itself refuses it says at once, to the thread that sends. Later it blames each record that it still holds for what another
     * one of the transaction did, so that what is said of one in company is no more than a suspicion.
     */
    private void offer(ProducerRecord<byte[], byte[]> record, Consumer<Exception> refused) {
        Thread owner = Thread.currentThread();
        producer.send(record, (metadata, failure) -> {
            if (failure != null
                    && (Clients.isItself(failure) || Thread.currentThread() == owner && Clients.isRefused(failure))) {
                refused.accept(failure);
            }
        });
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
            giveUp(e);
            if (!leaveOut()) {
                throw new IOException(Clients.reason(e), e);
            }
            commit();
        }
    }

    /**
     * Ends the transaction that is open. Where it may be that some records are not taken, the client is asked to, so that it has said all that
     * it has to say of them; whatever else went wrong, a new client takes over under the same name, which ends what the old one has left open.
     */
    private void giveUp(Exception why) {
        boolean isOfRecords = !suspicions.isEmpty() || Clients.isItself(why) || Clients.isItself(why.getCause());
        if (!(isOpen && isOfRecords && isAborted())) {
            drop();
        }
        isOpen = false;
        isAnew = true;
    }

    private void drop() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /**
     * Leaves out the records that are not taken, which would make each further transaction fail, and answers whether there were any. Of those
     * that are blamed for one and the same failure it can only be the first.
     */
    private boolean leaveOut() throws IOException {
        int before = records.size();
        Set<Exception> looked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Suspicion next = suspicions.peek(); next != null; next = suspicions.peek()) {
            ProducerRecord<byte[], byte[]> suspect = next.suspect();
            if (looked.add(next.reason()) && isKept(suspect) && isRefusedAlone(suspect)) {
                records.removeIf(record -> record == suspect);
                losses.accept(next.reason());
            }
            suspicions.remove();
        }
        return records.size() < before;
    }

    private boolean isKept(ProducerRecord<byte[], byte[]> sought) {
        return records.stream().anyMatch(record -> record == sought);
    }

    /** Sends a record in a transaction of its own, which nobody sees the end of. */
    private boolean isRefusedAlone(ProducerRecord<byte[], byte[]> record) throws IOException {
        connect();
        AtomicBoolean isRefused = new AtomicBoolean();
        try {
            producer.beginTransaction();
            offer(record, reason -> isRefused.set(true));
            producer.flush();
        } catch (KafkaException e) {
            drop();
            throw new IOException(Clients.reason(e), e);
        }
        if (!isAborted()) {
            drop();
        }
        return isRefused.get();
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
            drop();
            isOpen = false;
        }
    }
}
