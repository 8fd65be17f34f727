package eventflux.ext.kafka;

import eventflux.api.spi.source.SourceOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one answer on their way into the application. Run by one thread; the consumer's thread waits for its end and reads
 * the outcome then.
 */
final class Delivery implements Runnable {

    private final ConsumerRecords<byte[], byte[]> records;
    private final Bounds bounds;
    private final SourceOutput out;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new LinkedHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    // Written by the thread that delivers, before the end.
    private boolean isSettled;

    Delivery(ConsumerRecords<byte[], byte[]> records, Bounds bounds, SourceOutput out) {
        this.records = records;
        this.bounds = bounds;
        this.out = out;
    }

    @Override
    public void run() {
        try {
            deliver();
            isSettled = out.settle();
        } finally {
            end.countDown();
        }
    }

    private void deliver() {
        RecordAttributes attributes = new RecordAttributes();
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!bounds.holds(partition, record)) {
                    break;
                }
                byte[] value = record.value();
                // A record without a value says that its key is deleted; there is no row in it.
                if (value != null && !out.message(value, 0, value.length, attributes.of(record))) {
                    return;
                }
                offsets.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
            }
        }
    }

    /** Waits for its end; answers whether it was reached. */
    boolean await(long millis) throws InterruptedException {
        return end.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The offsets behind what was delivered; after the end. */
    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return offsets;
    }

    /** Whether the application and its sinks have done with all that was delivered; after the end. */
    boolean isSettled() {
        return isSettled;
    }
}
