package eventflux.core.plan;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which columns of its rows a window keeps. Immutable.
 *
 * @param rows the columns of the rows that come to it
 * @param leftOut those that nobody reads behind it
 */
public record KeptColumns(Schema rows, BitSet leftOut) {

    /** Copies the set. */
    public KeptColumns {
        leftOut = (BitSet) leftOut.clone();
    }

    /** All of them. */
    public static KeptColumns all(Schema rows) {
        return new KeptColumns(rows, new BitSet());
    }

    @Override
    public BitSet leftOut() {
        return (BitSet) leftOut.clone();
    }

    /** Whether no column is left out. */
    public boolean areAll() {
        return leftOut.isEmpty();
    }

    /** The names of the columns that are left out. */
    List<String> namesLeftOut() {
        return leftOut.stream().mapToObj(rows::column).map(Column::name).toList();
    }

    @Override
    public String toString() {
        return IntStream.range(0, rows.size())
                .filter(column -> !leftOut.get(column))
                .mapToObj(column -> rows.column(column).name())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
