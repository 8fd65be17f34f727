package eventflux.api.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a stream, table or window, in order; names are unique. Immutable.
 *
 * @param columns the columns, copied
 */
public record Schema(List<Column> columns) {

    /** Copies the columns and refuses a name that comes twice. */
    public Schema {
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("duplicate column name=" + column.name());
            }
        }
    }

    /** A schema of the given columns. */
    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    /** How many columns there are. */
    public int size() {
        return columns.size();
    }

    /** The column at a place counted from zero. */
    public Column column(int index) {
        return columns.get(index);
    }

    /** The place of a column counted from zero, or -1 when there is none of that name. */
    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The column names in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public String toString() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
