package eventflux.core.analyze.partition;

import eventflux.api.query.PartitionStatement;
import java.util.List;
import java.util.Objects;

/**
 * A partition before its analysis.
 *
 * @param name by annotation, or {@code partition_N}
 * @param statement the tree
 * @param queries the names of its queries, in the order of the text
 */
public record PartitionDraft(String name, PartitionStatement statement, List<String> queries) {

    public PartitionDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(statement, "statement");
        queries = List.copyOf(queries);
    }
}
