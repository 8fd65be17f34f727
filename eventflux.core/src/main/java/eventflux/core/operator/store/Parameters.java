package eventflux.core.operator.store;

import eventflux.api.spi.table.ParameterRows;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowProjection;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;

/** Rows of parameters that compiled code writes and a store reads. Used by the thread that owns the application. */
final class Parameters implements ParameterRows {

    private static final int INITIAL_ROWS = 16;

    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowView cursor;
    private final EvalContext context;
    // Both written by the thread that owns the application.
    private int[] offsets = new int[INITIAL_ROWS];
    private int size;

    /** None yet, of a layout without codes. */
    Parameters(RowLayout layout, SymbolTable symbols, EvalContext context) {
        this.batch = new RowBatch(layout);
        this.builder = new RowBuilder(batch, symbols);
        this.cursor = new RowView(layout, symbols);
        this.context = context;
    }

    /** Forgets all rows. */
    void clear() {
        batch.clear();
        size = 0;
    }

    /** Adds what is computed of a row; nothing when that throws. */
    void add(RowProjection values, RowView row) {
        begin(row);
        values.project(row, context, builder);
        end();
    }

    /** Adds what is computed of a row and a row of the table; nothing when that throws. */
    void add(RowPairProjection values, RowView row, RowView ofTable) {
        begin(row);
        values.project(row, ofTable, context, builder);
        end();
    }

    private void begin(RowView row) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size] = batch.length();
        builder.begin(row.timestamp(), 0);
    }

    private void end() {
        builder.commit();
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RowView row(int index) {
        return cursor.wrap(batch.begin() + offsets[index]);
    }
}
