package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.resolved.ResolvedStore;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name its name
 * @param schema its columns
 * @param coded the text columns that are kept as codes: those of keys
 * @param primaryKey the columns of the primary key; empty when there is none
 * @param indexes over further columns
 * @param notNull the columns that are never null
 * @param store where its rows are; empty when they are in memory
 */
public record TablePlan(
        String name,
        Schema schema,
        BitSet coded,
        List<Integer> primaryKey,
        List<ColumnIndex> indexes,
        List<Integer> notNull,
        Optional<ResolvedStore> store) {

    /** Copies what could change. */
    public TablePlan {
        coded = (BitSet) coded.clone();
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        notNull = List.copyOf(notNull);
    }

    @Override
    public BitSet coded() {
        return (BitSet) coded.clone();
    }

    /**
     * An index over one column.
     *
     * @param column which
     * @param ordered whether it finds ranges as well as single values
     */
    public record ColumnIndex(int column, boolean ordered) {

        /** The kind that suits a type: numbers have an order that conditions ask for. */
        static ColumnIndex of(int column, DataType type) {
            return new ColumnIndex(column, type.isNumeric());
        }
    }
}
