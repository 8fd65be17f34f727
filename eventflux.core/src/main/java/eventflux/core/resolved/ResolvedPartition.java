package eventflux.core.resolved;

import eventflux.api.event.DataType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Queries that have a state of their own for each key. A key is one value or several; keys of all its streams are compared with
 * each other, so that equal keys of two streams mean the same part.
 *
 * @param name {@code partition_N}, or by annotation
 * @param keys the key of each stream that has one; rows of other streams reach every part
 * @param types of the values of a key
 * @param streams its inner streams, by names that no other stream has
 * @param queries the names of its queries, in the order of the text
 * @param purge when parts are forgotten, if they are
 */
public record ResolvedPartition(
        String name,
        List<StreamKey> keys,
        List<DataType> types,
        List<ResolvedStream> streams,
        List<String> queries,
        Optional<Purge> purge) {

    /** Copies the lists. */
    public ResolvedPartition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purge, "purge");
        keys = List.copyOf(keys);
        types = List.copyOf(types);
        streams = List.copyOf(streams);
        queries = List.copyOf(queries);
    }

    /** The keys of one pattern, which has its matches apart for each. */
    public static ResolvedPartition ofPattern(List<StreamKey> keys, List<DataType> types) {
        return new ResolvedPartition("", keys, types, List.of(), List.of(), Optional.empty());
    }

    /** The same under another name. */
    public ResolvedPartition named(String other) {
        return new ResolvedPartition(other, keys, types, streams, queries, purge);
    }

    /** The expressions of all keys. */
    public Stream<Expr> expressions() {
        return keys.stream().flatMap(StreamKey::expressions);
    }

    /** The key of a stream, if it has one. */
    public Optional<StreamKey> key(String stream) {
        return keys.stream().filter(key -> key.stream().equals(stream)).findFirst();
    }

    /** How rows of one stream find their part. */
    public sealed interface StreamKey {

        /** The stream. */
        String stream();

        /** What is computed of its rows. */
        Stream<Expr> expressions();
    }

    /**
     * By values: rows of which one is null have no part.
     *
     * @param stream the stream
     * @param values of the types of the partition
     */
    public record ByValue(String stream, List<Expr> values) implements StreamKey {
        /** Copies the list. */
        public ByValue {
            Objects.requireNonNull(stream, "stream");
            values = List.copyOf(values);
        }

        @Override
        public Stream<Expr> expressions() {
            return values.stream();
        }
    }

    /**
     * By ranges: a row goes to the part of each range whose condition is true of it.
     *
     * @param stream the stream
     * @param ranges in the order of the text
     */
    public record ByRange(String stream, List<Range> ranges) implements StreamKey {
        /** Copies the list. */
        public ByRange {
            Objects.requireNonNull(stream, "stream");
            ranges = List.copyOf(ranges);
        }

        @Override
        public Stream<Expr> expressions() {
            return ranges.stream().map(Range::condition);
        }
    }

    /**
     * A range.
     *
     * @param condition which rows belong to it
     * @param label its key
     */
    public record Range(Expr condition, String label) {}

    /**
     * When parts are forgotten.
     *
     * @param intervalMillis how often it is looked for them
     * @param idleMillis how long a part has had no rows of its own
     */
    public record Purge(long intervalMillis, long idleMillis) {}
}
