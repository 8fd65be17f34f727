package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;

/** Asks a table with a row made of two. Used by the thread that owns the application. */
public final class AskedTest implements RowPairPredicate {

    private final RowPairProjection values;
    private final RowBuilder builder;
    private final RowView row;
    private final RowLookup table;

    /**
     * A test.
     *
     * @param values the row that asks
     * @param builder makes it, in a batch of its own
     * @param row a cursor on it
     * @param table has a row for it, or has not
     */
    public AskedTest(RowPairProjection values, RowBuilder builder, RowView row, RowLookup table) {
        this.values = values;
        this.builder = builder;
        this.row = row;
        this.table = table;
    }

    @Override
    public boolean test(RowView left, RowView right, EvalContext context) {
        builder.batch().clear();
        builder.begin(left.timestamp(), 0);
        values.project(left, right, context, builder);
        builder.commit();
        return table.exists(row.wrap(builder.batch()), context);
    }
}
