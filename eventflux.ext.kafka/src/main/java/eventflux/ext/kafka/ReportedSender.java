package eventflux.ext.kafka;

import eventflux.api.spi.sink.MessageRefusedException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Waits for the brokers' report on each record. */
final class ReportedSender implements Sender {

    private final KafkaSinkOptions options;
    // Written by the thread that owns the application; null while it is stopped.
    private Producer<byte[], byte[]> producer;

    ReportedSender(KafkaSinkOptions options) {
        this.options = options;
    }

    @Override
    public void start(String topic) throws IOException {
        producer = Clients.producer(options.properties(), topic, options.startPatience());
    }

    @Override
    public void send(ProducerRecord<byte[], byte[]> record) throws IOException {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (KafkaException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the brokers' report", e);
        }
    }

    private static IOException failure(Throwable cause) {
        return cause instanceof Exception known && Clients.isRefused(known)
                ? new MessageRefusedException(Clients.reason(cause), cause)
                : new IOException(Clients.reason(cause), cause);
    }

    @Override
    public void flush() {
        // Nothing is ever held back.
    }

    @Override
    public void stop() {
        Clients.close(producer);
        producer = null;
    }
}
