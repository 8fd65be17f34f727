package eventflux.core.plan;

import eventflux.core.resolved.AppTime;
import java.util.List;
import java.util.Optional;

/**
 * How an application is going to run.
 *
 * @param application its name
 * @param time what drives its clock
 * @param streams in the order of definition
 * @param tables in the order of definition
 * @param aggregations each after those that settle what it reads
 * @param queries in the order of the text, those in partitions included
 * @param partitions in the order of the text
 * @param indexes of readers that are found by what they compare
 * @param loops how rows come round
 * @param sharded the partitions that several threads work on, whose queries are not among the others
 */
public record Plan(
        String application,
        AppTime time,
        List<StreamPlan> streams,
        List<TablePlan> tables,
        List<AggregationPlan> aggregations,
        List<QueryPlan> queries,
        List<PartitionPlan> partitions,
        List<ReaderIndex> indexes,
        LoopPlan loops,
        List<ShardedPlan> sharded) {

    /** Copies the lists. */
    public Plan {
        streams = List.copyOf(streams);
        tables = List.copyOf(tables);
        aggregations = List.copyOf(aggregations);
        queries = List.copyOf(queries);
        partitions = List.copyOf(partitions);
        indexes = List.copyOf(indexes);
        sharded = List.copyOf(sharded);
    }

    /** The partition that a query stands in, if it does. */
    public Optional<PartitionPlan> partition(QueryPlan query) {
        return partitions.stream()
                .filter(plan -> plan.partition().queries().contains(query.name()))
                .findFirst();
    }

    /** The stream of that name. */
    public StreamPlan stream(String name) {
        return streams.stream()
                .filter(stream -> stream.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stream name=" + name));
    }
}
