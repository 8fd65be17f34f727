package eventflux.ext.kafka;

import eventflux.api.spi.source.SourceOutput;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;

/**
 * The consumer's own thread. It asks for records, hands them to another thread that delivers them, and commits their offsets when
 * the application and its sinks have done with them. While a delivery waits for the application, the partitions are paused and the
 * brokers go on being asked, so that a slow application keeps its place in the group.
 */
final class ConsumerLoop implements Runnable, ConsumerRebalanceListener {

    private static final long LOOK_AFTER_MILLIS = 1_000;
    /** How long a partition that goes to another member is held back for the delivery at hand. */
    private static final long REBALANCE_PATIENCE_MILLIS = 20_000;

    /** Shorter than the engine waits for a source to stop, together with what follows. */
    private static final long STOP_PATIENCE_MILLIS = 4_000;

    private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final KafkaSourceOptions options;
    private final Bounds bounds;
    private final SourceOutput out;
    private final ExecutorService deliveries;
    private final Supplier<Logger> log;
    private final BrokerAnswers answers;
    // What is delivered and not committed yet, and where partitions begin that the group has never read. These and the
    // next are written by
    // the consumer's thread.
    private final Map<TopicPartition, OffsetAndMetadata> delivered = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
    private Delivery inHand; // null when there is none
    private boolean isLost; // whether the engine was told so
    private volatile boolean isStopping; // written by the thread that stops

    ConsumerLoop(
            Consumer<byte[], byte[]> consumer,
            KafkaSourceOptions options,
            Bounds bounds,
            SourceOutput out,
            ExecutorService deliveries,
            Supplier<Logger> log) {
        this.consumer = consumer;
        this.options = options;
        this.bounds = bounds;
        this.out = out;
        this.deliveries = deliveries;
        this.log = log;
        this.answers = BrokerAnswers.to(consumer, options);
    }

    /** Tells the loop to end; to be waited for by joining its thread. */
    void stop() {
        isStopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        Clients.adopt(Thread.currentThread());
        try {
            subscribe();
            boolean isAtEnd = false;
            while (!isStopping && !isAtEnd) {
                turn();
                isAtEnd = inHand == null && bounds.isReached(consumer);
            }
            if (isAtEnd) {
                out.endOfInput();
            }
        } catch (WakeupException e) {
            // told to stop
        } catch (KafkaException e) {
            if (!isStopping) {
                out.disconnected(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.disconnected(e);
        } finally {
            finish();
        }
    }

    private void subscribe() {
        if (bounds != Bounds.NONE) {
            seek(bounds.partitions());
        } else if (!options.partitions().isEmpty()) {
            consumer.assign(options.assignment());
            seek(options.assignment());
        } else {
            consumer.subscribe(options.topics(), this);
        }
    }

    private void turn() throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(inHand == null ? options.pollTimeout() : Duration.ZERO);
        commitBeginnings();
        if (!records.isEmpty()) {
            inHand = new Delivery(records, bounds, out);
            deliveries.execute(inHand);
            consumer.pause(consumer.assignment());
        }
        if (inHand == null) {
            // A delivery that ended while partitions went to another member has left the others paused.
            consumer.resume(consumer.paused());
            listen();
        } else if (endsWithin(LOOK_AFTER_MILLIS)) {
            commit();
            consumer.resume(consumer.paused());
            answers.begin();
        }
    }

    /** Tells the engine when no broker has answered for too long, and when one has again. */
    private void listen() {
        Optional<Exception> silence = answers.look();
        if (isLost && answers.isHeard()) {
            isLost = false;
            out.reconnected();
        } else if (!isLost && silence.isPresent()) {
            isLost = true;
            out.reconnecting(silence.get());
        }
    }

    /** Waits for the delivery at hand and takes note of its outcome; answers whether it has ended. */
    private boolean endsWithin(long millis) throws InterruptedException {
        if (!inHand.await(millis)) {
            return false;
        }
        delivered.putAll(inHand.offsets());
        isSettled = inHand.isSettled();
        inHand = null;
        return true;
    }

    private boolean isSettled; // whether the last delivery was; written by the consumer's thread

    private void commit() {
        if (!isSettled || !options.commitsItself()) {
            return;
        }
        delivered.keySet().retainAll(consumer.assignment());
        if (delivered.isEmpty()) {
            return;
        }
        try {
            commitAwake();
            beginnings.keySet().removeAll(delivered.keySet());
            delivered.clear();
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            // Committed with the next delivery, or delivered again to whoever reads the partition then.
            log.get().warn("offsets could not be committed: {}", e.getMessage());
        }
    }

    private void commitAwake() {
        try {
            if (isStopping) {
                consumer.commitSync(delivered, LAST_COMMIT);
            } else {
                consumer.commitSync(delivered);
            }
        } catch (WakeupException e) {
            // The call to stop has come, which does not make the offsets less true.
            consumer.commitSync(delivered, LAST_COMMIT);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        settleInHand(REBALANCE_PATIENCE_MILLIS);
        delivered.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        delivered.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        seek(partitions);
        if (inHand != null) {
            consumer.pause(partitions);
        }
    }

    /**
     * Goes to where the settings say in partitions that the group has never read, and has the group remember that: who comes next, after a lost
     * connection for instance, goes on there, although the end of the partition is another one then.
     */
    private void seek(Collection<TopicPartition> partitions) {
        if (!options.commitsItself() && options.firstOffsets().isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(Set.copyOf(partitions), options.connectTimeout());
        for (TopicPartition partition : partitions) {
            if (committed.get(partition) == null) {
                Long first = options.firstOffsets().get(partition.topic());
                if (first != null) {
                    consumer.seek(partition, first);
                }
                beginnings.put(
                        partition, new OffsetAndMetadata(consumer.position(partition, options.connectTimeout())));
            }
        }
    }

    private void commitBeginnings() {
        if (!options.commitsItself()) {
            beginnings.clear();
        }
        beginnings.keySet().retainAll(consumer.assignment());
        if (beginnings.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(beginnings);
            beginnings.clear();
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            // Tried again with the next turn.
            log.get().debug("offsets could not be committed: {}", e.getMessage());
        }
    }

    private void settleInHand(long patienceMillis) {
        try {
            if (inHand == null || endsWithin(patienceMillis)) {
                commit();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        deliveries.shutdown();
        try {
            settleInHand(STOP_PATIENCE_MILLIS);
        } catch (KafkaException e) {
            log.get().warn("offsets could not be committed at the end: {}", e.getMessage());
        }
        try {
            Clients.close(consumer);
        } catch (KafkaException e) {
            log.get().warn("the consumer did not close in good order: {}", e.getMessage());
        }
    }
}
