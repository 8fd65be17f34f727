package eventflux.ext.kafka;

import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;

/** Reads topics, as a member of a group or partitions of its own. */
final class KafkaSource implements Source {

    private final String threadName;
    private final KafkaSourceOptions options;
    private final Supplier<Logger> log;
    // Both written by the thread that starts and stops; null before the first start.
    private ConsumerLoop loop;
    private Thread thread;

    KafkaSource(String threadName, KafkaSourceOptions options, Supplier<Logger> log) {
        this.threadName = threadName;
        this.options = options;
        this.log = log;
    }

    @Override
    public void start(SourceOutput out) throws IOException {
        Consumer<byte[], byte[]> consumer = Clients.consumer(options.properties());
        Bounds bounds;
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : options.topics()) {
                for (PartitionInfo partition : consumer.partitionsFor(topic, options.connectTimeout())) {
                    partitions.add(new TopicPartition(topic, partition.partition()));
                }
            }
            bounds = bounds(consumer, partitions);
        } catch (KafkaException e) {
            consumer.close();
            throw new IOException(
                    "no answer from " + options.properties().get("bootstrap.servers") + ": " + Clients.reason(e), e);
        }
        ExecutorService deliveries = Executors.newSingleThreadExecutor(Clients.threads(threadName + "-delivery"));
        loop = new ConsumerLoop(consumer, options, bounds, out, deliveries, log);
        thread = Clients.threads(threadName).newThread(loop);
        thread.start();
    }

    private Bounds bounds(Consumer<?, ?> consumer, List<TopicPartition> all) {
        if (!options.isBounded()) {
            return Bounds.NONE;
        }
        return Bounds.now(consumer, options.partitions().isEmpty() ? all : options.assignment());
    }

    @Override
    public void stop() {
        if (thread == null) {
            return;
        }
        loop.stop();
        boolean isInterrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
