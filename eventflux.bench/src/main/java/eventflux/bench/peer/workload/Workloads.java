package eventflux.bench.peer.workload;

import eventflux.bench.peer.Workload;
import java.util.List;

/** All questions, in the order in which they are asked. */
public final class Workloads {

    private static final List<Workload> ALL = List.of(
            new Projection(),
            new Filter("W2", "filter, 50 % pass", 4_800, 2_929),
            new Filter("W2", "filter, 1 % pass", 14_745, 9_000),
            new LengthWindow(),
            new TumblingGroups("tumbling 1 s by symbol, 1k", 1_000),
            new TumblingGroups("tumbling 1 s by symbol, 100k", 100_000),
            new SlidingGroups(),
            new TableJoin(),
            new StreamJoin(),
            new RisingPair(),
            new RisingSequence(),
            new PartitionedLength("partition length(10), 1k", 1_000),
            new PartitionedLength("partition length(10), 100k", 100_000),
            new RangeFilters("10 range filters", 10),
            new RangeFilters("100 range filters", 100),
            new RangeFilters("1,000 range filters", 1_000),
            new EqualityFilters("1,000 equality filters", 1_000));

    private Workloads() {}

    /** All of them. */
    public static List<Workload> all() {
        return ALL;
    }

    /**
     * Those with an id, or with a word in their title.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static List<Workload> matching(String name) {
        List<Workload> found = ALL.stream()
                .filter(workload ->
                        workload.id().equalsIgnoreCase(name) || workload.title().contains(name))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no workload name=" + name);
        }
        return found;
    }

    /** The one at a place of {@link #all}. */
    public static Workload at(int place) {
        return ALL.get(place);
    }
}
