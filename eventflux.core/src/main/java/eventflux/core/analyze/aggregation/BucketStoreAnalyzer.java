package eventflux.core.analyze.aggregation;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.Schema;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.aggregation.AggregationSettings.Shared;
import eventflux.core.analyze.definition.StoreAnalyzer;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.Configured;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedAggregation.BucketStore;
import eventflux.core.resolved.ResolvedStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves where the buckets of an aggregation are written, and by which nodes. */
public final class BucketStoreAnalyzer {

    private static final String SHARD = "shardId";

    private final StoreAnalyzer stores;
    private final Configured configured;
    private final ProblemLog problems;

    /**
     * For the aggregations of one application.
     *
     * @param stores resolves the store
     * @param configured knows this node by the properties {@code shardId} and {@code partitionById}
     */
    public BucketStoreAnalyzer(StoreAnalyzer stores, Configured configured, ProblemLog problems) {
        this.stores = stores;
        this.configured = configured;
        this.problems = problems;
    }

    /**
     * Where the buckets are written; empty when they lie in memory, or when that could not be resolved.
     *
     * @param seen the columns of the aggregation
     */
    Optional<BucketStore> analyze(AggregationSettings settings, Name name, Schema seen) {
        List<String> taken = seen.names().subList(1, seen.size()).stream()
                .filter(ResolvedAggregation::isTaken)
                .toList();
        if (!taken.isEmpty()) {
            problems.report(AnalysisError.DUPLICATE_COLUMN, name.position(), "column", taken.get(0));
            return Optional.empty();
        }
        boolean isShared = settings.shared()
                .map(Shared::isWanted)
                .orElseGet(() -> configured
                        .property("partitionById")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent());
        Schema stored = ResolvedAggregation.stored(seen, isShared);
        Optional<ResolvedStore> store =
                stores.analyze(settings.store(), StreamColumns.of(name.text(), stored, Set.of()), name);
        if (store.isEmpty()) {
            settings.readOnly().ifPresent(position -> reportInMemory("read only", position));
            settings.shared()
                    .filter(Shared::isWanted)
                    .ifPresent(shared -> reportInMemory("@PartitionById", shared.position()));
        }
        return store.map(given -> new BucketStore(
                stores.withoutCache(given, "an aggregation keeps buckets in memory by itself"),
                isShared ? Optional.of(shard(settings, name)) : Optional.empty(),
                settings.readOnly().isPresent()));
    }

    // Who only reads has none, and looks at those of all others.
    private String shard(AggregationSettings settings, Name name) {
        Optional<String> shard = configured.property(SHARD).filter(text -> !text.isBlank());
        if (shard.isEmpty() && settings.readOnly().isEmpty()) {
            SourcePosition position = settings.shared().map(Shared::position).orElse(name.position());
            problems.report(
                    AnalysisError.MISSING_SETTING,
                    position,
                    "owner",
                    "@PartitionById",
                    "setting",
                    "properties." + SHARD + " of the configuration");
        }
        return shard.orElse("");
    }

    private void reportInMemory(String construct, SourcePosition position) {
        problems.report(
                AnalysisError.NO_EFFECT,
                position,
                "construct",
                construct,
                "reason",
                "the aggregation lies in memory, where no other node sees it");
    }
}
