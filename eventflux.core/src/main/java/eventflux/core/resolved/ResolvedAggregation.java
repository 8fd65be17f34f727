package eventflux.core.resolved;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An aggregation: values of groups in periods of the calendar.
 *
 * @param name unique in the application, streams and tables included
 * @param feed what it reads, the keys of groups (columns of the input) and the aggregator calls; it has no columns and goes nowhere
 * @param columns what a reader sees: over input 0, the keys of the group in the order of {@code feed}, the aggregates, and behind
 *     them, as one aggregate more, the time when the bucket begins, which is the first column
 * @param time the column of the input that holds the time of a row; that of the event when empty
 * @param periods the lengths of buckets, each once, the shortest first
 * @param zone whose calendar it goes by
 * @param purge when buckets are forgotten; empty when they stay
 * @param store where buckets are written; empty when all of them lie in memory
 */
public record ResolvedAggregation(
        String name,
        ResolvedQuery feed,
        List<OutputColumn> columns,
        Optional<Integer> time,
        List<ChronoUnit> periods,
        ZoneId zone,
        Optional<Purge> purge,
        Optional<BucketStore> store) {

    // No author can write this name.
    private static final ExtensionRef LATEST = new ExtensionRef(ExtensionKind.AGGREGATOR, "@latest");

    /** The name of the first column. */
    public static final String TIMESTAMP = "AGG_TIMESTAMP";

    /** What a table of buckets in a store has beside what readers see: the period, the group, and what a bucket remembers. */
    private static final List<Column> BEFORE = List.of(
            new Column("AGG_PERIOD", DataType.STRING),
            new Column("AGG_GROUP", DataType.STRING),
            new Column(TIMESTAMP, DataType.LONG));

    /** Which node has written a bucket, where several nodes do. */
    private static final Column SHARD = new Column("AGG_SHARD", DataType.STRING);

    private static final Column BEHIND = new Column("AGG_STATE", DataType.STRING);

    /** Copies the lists. */
    public ResolvedAggregation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(purge, "purge");
        Objects.requireNonNull(store, "store");
        columns = List.copyOf(columns);
        periods = List.copyOf(periods);
    }

    /**
     * When buckets are forgotten.
     *
     * @param intervalMillis how often old ones are looked for
     * @param keepMillis for each period how long buckets are kept after their end; empty where they stay
     */
    public record Purge(long intervalMillis, List<OptionalLong> keepMillis) {
        private static final long USUAL_INTERVAL_MILLIS = 900_000;

        /** Copies the list. */
        public Purge {
            keepMillis = List.copyOf(keepMillis);
        }

        /** Nothing is forgotten, at the usual times. */
        public static Purge never(List<ChronoUnit> periods) {
            return new Purge(
                    USUAL_INTERVAL_MILLIS,
                    periods.stream().map(period -> OptionalLong.empty()).toList());
        }
    }

    /** Stands among the aggregator calls for the value that a column has in the latest row. */
    public static AggregateCall latest(Expr.ColumnRef column) {
        return new AggregateCall(LATEST, List.of(column), List.of(column.type()), column.type());
    }

    /** Whether a call is {@link #latest}, which no extension provides. */
    public static boolean isLatest(AggregateCall call) {
        return call.extension().equals(LATEST);
    }

    /**
     * Where buckets are written, and by whom.
     *
     * @param store the table
     * @param shard the name of this node, where several nodes write buckets of their own; empty where there is one set of buckets
     * @param isReadOnly whether others write, and this node only reads
     */
    public record BucketStore(ResolvedStore store, Optional<String> shard, boolean isReadOnly) {
        /** Refuses missing parts. */
        public BucketStore {
            Objects.requireNonNull(store, "store");
            Objects.requireNonNull(shard, "shard");
        }

        /** Whether readers look at what other nodes have written each time. */
        public boolean isWrittenElsewhere() {
            return isReadOnly || shard.isPresent();
        }

        /** Whose buckets they are, for people and for the comparison of states. */
        public String access() {
            return shard.map(name -> ", shard '" + name + "'").orElse("") + (isReadOnly ? ", read only" : "");
        }

        @Override
        public String toString() {
            return store + access();
        }
    }

    /** The columns of a table in a store that buckets are written to, by one node or by several. */
    public static Schema stored(Schema seen, boolean hasShards) {
        List<Column> columns = new ArrayList<>(BEFORE);
        if (hasShards) {
            columns.add(SHARD);
        }
        columns.addAll(seen.columns().subList(1, seen.size()));
        columns.add(BEHIND);
        return new Schema(columns);
    }

    /** Whether a column that readers see may not have a name, since a table of buckets has it. */
    public static boolean isTaken(String name) {
        return BEHIND.name().equalsIgnoreCase(name)
                || SHARD.name().equalsIgnoreCase(name)
                || BEFORE.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
    }

    /** The stream that it reads. */
    public String stream() {
        return feed.input().streams().get(0);
    }

    /** The keys of groups: columns of the input. */
    public List<Expr> keys() {
        return feed.selection().groupBy();
    }

    /** The aggregator calls. */
    public List<AggregateCall> aggregates() {
        return feed.selection().aggregates();
    }

    /** The columns that a reader sees. */
    public Schema schema() {
        return feed.output().schema();
    }

    /** Which key a column of the {@link #schema} is, if it is one. */
    public Optional<Integer> key(int column) {
        return columns.get(column).value() instanceof Expr.ColumnRef key ? Optional.of(key.column()) : Optional.empty();
    }

    private static String kept(OptionalLong millis) {
        return millis.isPresent() ? Duration.ofMillis(millis.getAsLong()).toString() : "for ever";
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("aggregation ").append(name).append(' ').append(schema());
        text.append(" per ").append(periods).append(" of ").append(zone);
        time.ifPresent(column -> text.append(", time ")
                .append(feed.input().schema().column(column).name()));
        store.ifPresent(given -> text.append(", in ").append(given));
        purge.ifPresent(given -> text.append(", kept ")
                .append(given.keepMillis().stream()
                        .map(ResolvedAggregation::kept)
                        .toList()));
        return text.toString();
    }
}
