package eventflux.ext.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where each partition ends for a source that has an end; nowhere for one that goes on. Immutable. */
final class Bounds {

    /** No end. */
    static final Bounds NONE = new Bounds(Map.of());

    private final Map<TopicPartition, Long> ends;

    private Bounds(Map<TopicPartition, Long> ends) {
        this.ends = ends;
    }

    /** The partitions that end. */
    Set<TopicPartition> partitions() {
        return ends.keySet();
    }

    /** Gives partitions to a consumer that has none yet, and takes note of the ends that they have at the moment. */
    static Bounds now(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        return new Bounds(consumer.endOffsets(partitions));
    }

    /** Whether a record lies before the end of its partition. */
    boolean holds(TopicPartition partition, ConsumerRecord<?, ?> record) {
        return record.offset() < ends.getOrDefault(partition, Long.MAX_VALUE);
    }

    /** Whether all partitions have been read to their ends. */
    boolean isReached(Consumer<?, ?> consumer) {
        return this != NONE
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
