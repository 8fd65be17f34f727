package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;
import java.util.stream.Collectors;

/** Partitions by a column, by an expression or by ranges, with queries that read streams and inner streams. */
final class PartitionQueries {

    private static final int MOST_QUERIES = 3;

    private final Draft draft;
    private final Chance chance;

    PartitionQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    void add() {
        draft.has("partition");
        Draft inside = draft.inside();
        for (int i = chance.from(1, MOST_QUERIES); i > 0; i--) {
            switch (chance.below(4)) {
                case 0 -> new JoinQueries(inside).add();
                case 1 -> new PatternQueries(inside).add();
                default -> new StreamQueries(inside).add();
            }
        }
        inside.kinds().forEach(kind -> draft.has(kind + " in a partition"));
        draft.add(inside.statements().stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining("", "partition with (" + keys() + ") begin\n", "end")));
    }

    private String keys() {
        return switch (chance.below(4)) {
            case 0 -> "i % 3 of S, i of T";
            case 1 ->
                "i < 3 as 'low' or i >= 3 and i < 5 as 'middle' or i >= 5 as 'high' of S, i < 2 as 'low' or i > 4 as 'high' of T";
            default -> "k of S, k of T";
        };
    }
}
