package eventflux.ext.kafka;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends in transactions: readers of committed records see all rows of one or none. A transaction is ended by a flush, by its age,
 * or by its size; one that fails is sent anew, its records being kept until it has ended. Safe for the owner of the application and
 * the clock.
 */
final class Transactions implements Sender {

    private static final int MOST_RECORDS = 10_000;

    private final Map<String, Object> properties;
    private final long mostMillis;
    private final TimeSource time;
    private final Consumer<Exception> losses;

    // All guarded by this.
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private Producer<byte[], byte[]> producer; // null when it must be made anew
    private Registration end = () -> {};
    private boolean isOpen;

    /**
     * Nothing is sent yet.
     *
     * @param losses is told when a transaction fails by its age, where nobody else would hear of it
     */
    Transactions(Map<String, Object> properties, long mostMillis, TimeSource time, Consumer<Exception> losses) {
        this.properties = properties;
        this.mostMillis = mostMillis;
        this.time = time;
        this.losses = losses;
    }

    @Override
    public synchronized void start(String topic) throws IOException {
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
    public synchronized void send(ProducerRecord<byte[], byte[]> record) throws IOException {
        if (records.size() >= MOST_RECORDS) {
            commit();
        }
        records.add(record);
        try {
            if (isOpen) {
                producer.send(record);
            } else {
                begin();
            }
        } catch (IOException | KafkaException e) {
            records.remove(records.size() - 1);
            giveUp();
            throw new IOException(Clients.reason(e), e);
        }
    }

    /** Opens a transaction with all records that are kept. */
    private void begin() throws IOException {
        connect();
        producer.beginTransaction();
        isOpen = true;
        records.forEach(producer::send);
        end.close();
        end = time.wakeAt(time.millis() + mostMillis, this::endByAge);
    }

    private void endByAge() {
        Thread thread = new Thread(this::commitQuietly, "eventflux-kafka-transaction");
        thread.setDaemon(true);
        thread.start();
    }

    private void commitQuietly() {
        try {
            commit();
        } catch (IOException e) {
            losses.accept(new IOException("a transaction has failed and will be sent anew: " + e.getMessage(), e));
            retryLater();
        }
    }

    private synchronized void retryLater() {
        end = time.wakeAt(time.millis() + mostMillis, this::endByAge);
    }

    @Override
    public void flush() throws IOException {
        commit();
    }

    /** Ends the transaction that is open; its records are kept when that fails. */
    private synchronized void commit() throws IOException {
        if (records.isEmpty()) {
            return;
        }
        try {
            if (!isOpen) {
                begin();
            }
            producer.commitTransaction();
            records.clear();
            isOpen = false;
            end.close();
        } catch (KafkaException e) {
            giveUp();
            throw new IOException(Clients.reason(e), e);
        }
    }

    /** Whatever went wrong: a new client takes over under the same name, which ends what the old one has left open. */
    private void giveUp() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
        producer = null;
        isOpen = false;
    }

    @Override
    public synchronized void stop() throws IOException {
        try {
            commit();
        } finally {
            end.close();
            giveUp();
        }
    }
}
