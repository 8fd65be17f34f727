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
     * An index over one column, or over several together.
     *
     * @param columns which, in the order of the definition
     * @param ordered whether it finds ranges as well as single values
     */
    public record ColumnIndex(List<Integer> columns, boolean ordered) {

        /** Copies the list. */
        public ColumnIndex {
            columns = List.copyOf(columns);
        }

        /** The kind that suits a type: numbers have an order that conditions ask for. */
        static ColumnIndex of(int column, DataType type) {
            return new ColumnIndex(List.of(column), type.isNumeric());
        }

        /** Over columns whose values are compared together: a hash of them. */
        static ColumnIndex of(List<Integer> columns) {
            return new ColumnIndex(columns, false);
        }

        /** The column of an index over one. */
        public int column() {
            return columns.get(0);
        }

        /** How its columns are called in a table. */
        String name(Schema schema) {
            List<String> names =
                    columns.stream().map(column -> schema.column(column).name()).toList();
            return names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
        }
    }
}
