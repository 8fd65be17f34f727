package eventflux.core.plan;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Queries that follow one another among the readers of a stream and begin with a comparison of a column with constants: each is
 * asked only about rows for which its comparison can be true.
 *
 * @param stream that they read
 * @param readers the queries, in the order of the text
 */
public record ReaderIndex(String stream, List<Reader> readers) {

    /** Copies the list. */
    public ReaderIndex {
        readers = List.copyOf(readers);
    }

    /**
     * A query.
     *
     * @param query its name
     * @param values what its condition says about one column
     */
    public record Reader(String query, ColumnValues values) {}

    @Override
    public String toString() {
        String columns =
                readers.stream()
                        .map(reader -> reader.values().name())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", "));
        return "%d readers of %s from %s to %s found by %s"
                .formatted(
                        readers.size(),
                        stream,
                        readers.get(0).query(),
                        readers.get(readers.size() - 1).query(),
                        columns);
    }
}
