package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowProjection;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;
import java.util.Optional;

/**
 * Changes the rows that a look-up finds, and, when it finds none, may put a new one in. A row that the table refuses stays as it
 * was; the others are changed all the same, and the first refusal is thrown at the end.
 */
public final class UpdateRows implements RowChange {

    private final TableLookup lookup;
    private final RowPairProjection changed;
    private final Optional<RowProjection> inserted;
    private final RowRules rules;
    private final EvalContext context;
    private final RowBuilder builder;
    private final RowView made;

    /**
     * What becomes of rows.
     *
     * @param changed the columns of a row after the change
     * @param inserted the columns of the row that is put in when there is none
     */
    public record NewRows(RowPairProjection changed, Optional<RowProjection> inserted) {}

    /**
     * An update.
     *
     * @param lookup finds the rows
     * @param rows what becomes of them
     * @param rules of the table
     * @param context for compiled code
     * @param builder writes rows of the table's layout into memory of its own
     */
    public UpdateRows(TableLookup lookup, NewRows rows, RowRules rules, EvalContext context, RowBuilder builder) {
        this.lookup = lookup;
        this.changed = rows.changed();
        this.inserted = rows.inserted();
        this.rules = rules;
        this.context = context;
        this.builder = builder;
        this.made = new RowView(builder.layout(), builder.symbols());
    }

    @Override
    public void apply(RowView row) {
        lookup.begin(row, context);
        RowView found = lookup.next();
        if (found == null) {
            insert(row);
            return;
        }
        Throwable refusal = null;
        for (; found != null; found = lookup.next()) {
            try {
                begin(row);
                changed.project(row, found, context, builder);
                rules.replace(lookup, end());
            } catch (RuntimeException | Error e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (refusal instanceof Error error) {
            throw error;
        } else if (refusal != null) {
            throw (RuntimeException) refusal;
        }
    }

    private void insert(RowView row) {
        if (inserted.isPresent()) {
            begin(row);
            inserted.get().project(row, context, builder);
            rules.insert(end());
        }
    }

    private void begin(RowView row) {
        builder.batch().clear();
        builder.begin(row.timestamp(), 0);
    }

    private RowView end() {
        builder.commit();
        return made.wrap(builder.batch());
    }

    @Override
    public String toString() {
        return (inserted.isPresent() ? "update or insert " : "update ") + lookup + " set " + changed;
    }
}
