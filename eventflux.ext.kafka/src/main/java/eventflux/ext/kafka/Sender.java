package eventflux.ext.kafka;

import java.io.IOException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A way to send records; used by the thread that owns the application. */
interface Sender {

    /** Connects; the topic is asked for, so that brokers that are not there are noticed. Empty when it is not known yet. */
    void start(String topic) throws IOException;

    /** Sends a record, now or with what comes later. */
    void send(ProducerRecord<byte[], byte[]> record) throws IOException;

    /** Returns when all records have got through. */
    void flush() throws IOException;

    /** After how long the engine is to flush what was sent, milliseconds; 0 when nothing is held back. */
    default long flushAfterMillis() {
        return 0;
    }

    /** Flushes and disconnects. */
    void stop() throws IOException;
}
