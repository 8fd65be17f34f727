package eventflux.core.operator.table;

import eventflux.core.row.RowView;

/** Copies the row into the table; its columns are the table's. */
public final class InsertRow implements RowChange {

    private final MemoryTable table;
    private final RowRules rules;

    /** Into a table with rules. */
    public InsertRow(MemoryTable table, RowRules rules) {
        this.table = table;
        this.rules = rules;
    }

    @Override
    public void apply(RowView row) {
        rules.insert(row);
    }

    @Override
    public String toString() {
        return "insert into " + table.name();
    }
}
