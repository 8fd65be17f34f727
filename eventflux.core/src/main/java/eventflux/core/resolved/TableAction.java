package eventflux.core.resolved;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a query does to a table with each row of its output: input 0 of the expressions; input 1 is a row of the table. */
public sealed interface TableAction {

    /** The table. */
    String table();

    /** All its expressions. */
    Stream<Expr> expressions();

    /** Puts the row in; its columns are those of the table. */
    record Insert(String table) implements TableAction {
        @Override
        public Stream<Expr> expressions() {
            return Stream.of();
        }
    }

    /**
     * Changes the rows for which a condition is true.
     *
     * @param condition over both rows
     * @param changes what becomes of the row
     */
    record Update(String table, Expr condition, List<Change> changes) implements TableAction {
        /** Copies the list. */
        public Update {
            Objects.requireNonNull(condition, "condition");
            changes = List.copyOf(changes);
        }

        @Override
        public Stream<Expr> expressions() {
            return Stream.concat(Stream.of(condition), changes.stream().map(Change::value));
        }
    }

    /**
     * Takes the rows out for which a condition is true.
     *
     * @param condition over both rows
     */
    record Delete(String table, Expr condition) implements TableAction {
        @Override
        public Stream<Expr> expressions() {
            return Stream.of(condition);
        }
    }

    /**
     * Changes the rows for which a condition is true, or puts a row in when there is none.
     *
     * @param update the changes
     * @param row the new row: one expression over the output for each column of the table
     */
    record Upsert(Update update, List<Expr> row) implements TableAction {
        /** Copies the list. */
        public Upsert {
            row = List.copyOf(row);
        }

        @Override
        public String table() {
            return update.table();
        }

        @Override
        public Stream<Expr> expressions() {
            return Stream.concat(update.expressions(), row.stream());
        }
    }

    /**
     * A new value of a column.
     *
     * @param column of the table
     * @param value of the column's type, over both rows
     */
    record Change(int column, Expr value) {
        @Override
        public String toString() {
            return "[" + column + "] = " + value;
        }
    }
}
