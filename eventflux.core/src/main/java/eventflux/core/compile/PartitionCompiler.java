package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.state.LongCell;
import eventflux.core.compile.CompileScope.WindowRoute;
import eventflux.core.operator.BytesKeyIndex;
import eventflux.core.operator.BytesKeyIndex.KeyPart;
import eventflux.core.operator.CodedKeyIndex;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.KeyPrefetch;
import eventflux.core.operator.LongKeyIndex;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.partition.BroadcastEntry;
import eventflux.core.operator.partition.KeySwitch;
import eventflux.core.operator.partition.Partition;
import eventflux.core.operator.partition.Partition.PartitionPurge;
import eventflux.core.operator.partition.PartitionEntry;
import eventflux.core.operator.partition.RangeEntry;
import eventflux.core.operator.partition.ValueEntry;
import eventflux.core.operator.partition.WindowBatches;
import eventflux.core.operator.partition.WindowRows;
import eventflux.core.operator.partition.WindowRows.RowsOfParts;
import eventflux.core.plan.PartitionPlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedPartition.ByRange;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedPartition.Purge;
import eventflux.core.resolved.ResolvedPartition.StreamKey;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Makes a partition: its records, the index of its keys, and where the rows of each stream that its queries read enter. */
final class PartitionCompiler {

    private final CompileScope outside;
    private final CompileScope inside;
    private final PartitionPlan plan;
    private final Map<String, StreamJunction> streams;
    private final Map<String, StreamJunction> entered = new HashMap<>();
    private final Partition partition;
    private final PartitionKeys keys;

    /**
     * A compiler.
     *
     * @param scope what the queries outside share
     * @param plan the partition
     * @param streams all streams by name
     */
    PartitionCompiler(CompileScope scope, PartitionPlan plan, Map<String, StreamJunction> streams) {
        this.outside = scope;
        this.plan = plan;
        this.streams = streams;
        RecordStore parts = new RecordStore();
        this.inside = scope.inside(parts, new Route());
        this.keys = new PartitionKeys(scope, plan);
        this.partition = new Partition(
                definition().name(),
                parts,
                index(),
                scope.clock(),
                definition().purge().map(purge -> purge(purge, parts)));
        scope.state().add(partition);
    }

    private ResolvedPartition definition() {
        return plan.partition();
    }

    /** What the queries inside share. */
    CompileScope scope() {
        return inside;
    }

    /** The streams as the queries inside read them. */
    Map<String, StreamJunction> junctions() {
        return entered;
    }

    /** Lets parts be given back of which the test says, while they are selected, that they remember nothing. */
    void giveBackWhen(BooleanSupplier isEmpty) {
        partition.giveBackWhen(isEmpty);
    }

    /** Whether anything of the partition itself asks for the time. */
    boolean readsClock() {
        return definition().purge().isPresent() || keys.readTime();
    }

    /** Lets the rows of streams come in. */
    void prepare(List<String> read) {
        read.stream()
                .filter(stream -> !outside.windows().containsKey(stream))
                .forEach(stream -> entered.computeIfAbsent(stream, this::enter));
    }

    /** The way of windows' rows into the parts. */
    private final class Route implements WindowRoute {

        @Override
        public Stage into(String window, Stage first, RowLife life) {
            RowLayout layout = outside.windows().get(window).layout();
            StreamJunction junction = new StreamJunction(window, layout, false);
            PartitionEntry entry = entry(window, junction);
            RowView view = new RowView(layout, outside.symbols());
            RowsOfParts seen = hasKey(window) && life.leave() ? RowsOfParts.LEAVE_THEIR_PART : RowsOfParts.COME;
            if (life.inBatches()) {
                WindowBatches batches = new WindowBatches(partition, entry, first, view, outside.failures(), seen);
                junction.add(batches::take);
                return batches;
            }
            WindowRows rows = new WindowRows(partition, entry, first, view, outside.failures(), seen);
            junction.add(rows::take);
            return rows;
        }

        @Override
        public boolean hasKey(String window) {
            return definition().key(window).isPresent();
        }

        @Override
        public CompileScope outside() {
            return outside;
        }
    }

    private StreamJunction enter(String name) {
        StreamJunction stream = streams.get(name);
        if (isInner(name)) {
            return stream;
        }
        StreamJunction junction = new StreamJunction(name, stream.layout(), false);
        stream.add(entry(name, junction));
        return junction;
    }

    /** Whether a stream is there inside only, for each part. */
    boolean isInner(String name) {
        return definition().streams().stream().anyMatch(inner -> inner.name().equals(name));
    }

    private PartitionEntry entry(String name, StreamJunction junction) {
        Optional<StreamKey> key = definition().key(name);
        if (key.isEmpty()) {
            return new BroadcastEntry(partition, junction);
        }
        RowView view = new RowView(junction.layout(), outside.symbols());
        if (key.get() instanceof ByRange byRange) {
            return new RangeEntry(
                    partition,
                    keys.ranges(byRange, junction.layout()),
                    view,
                    outside.context(),
                    junction,
                    outside.failures());
        }
        ByValue byValue = (ByValue) key.get();
        return new ValueEntry(
                partition,
                keys.value(byValue, junction.layout()),
                view,
                outside.context(),
                junction,
                outside.failures(),
                prefetch(byValue));
    }

    private Optional<KeyPrefetch> prefetch(ByValue key) {
        return key.values().stream().allMatch(Expr.ColumnRef.class::isInstance)
                ? Optional.of(new KeyPrefetch(partition.records()))
                : Optional.empty();
    }

    private KeyIndex index() {
        KeySwitch key = keys.present();
        return switch (plan.index()) {
            case CODE -> new CodedKeyIndex(key);
            case NUMBER -> new LongKeyIndex(key);
            default -> new BytesKeyIndex(key, keyParts());
        };
    }

    private List<KeyPart> keyParts() {
        List<KeyPart> parts = new ArrayList<>();
        for (int i = 0; i < definition().types().size(); i++) {
            boolean isText = definition().types().get(i) == DataType.STRING;
            parts.add(isText ? keys.isCoded(i) ? KeyPart.CODE : KeyPart.TEXT : KeyPart.VALUE);
        }
        return parts;
    }

    private PartitionPurge purge(Purge purge, RecordStore parts) {
        RecordPart state = new RecordPart(definition().name(), parts);
        RowLayout noRows = new RowLayout(Schema.of());
        OperatorState cells = state.state(new RowArena(), "", noRows, outside.symbols());
        LongCell lastUse = cells.longCell("last use", 0);
        LongCell held = cells.longCell("held", 0);
        int order = outside.state().size();
        return new PartitionPurge(state, lastUse, held, purge.intervalMillis(), purge.idleMillis(), order);
    }
}
