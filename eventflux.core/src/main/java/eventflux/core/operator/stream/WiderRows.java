package eventflux.core.operator.stream;

import eventflux.api.event.DataType;
import eventflux.api.spi.stream.AddedColumns;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowProjection;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/**
 * Rows with more columns than those that they are made of. They stay where they are until the step ends, because stages behind may
 * keep their places. Used by the thread that owns the application.
 */
public final class WiderRows implements AddedColumns {

    private final RowProjection columns;
    private final EvalContext context;
    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowView row;
    private final DataType[] types;
    private final int first;

    /**
     * No rows yet.
     *
     * @param columns copies the columns of a row, and makes the others null
     * @param layout of the rows
     * @param first the first of the others
     * @param symbols what codes mean
     * @param context for the columns
     */
    public WiderRows(RowProjection columns, RowLayout layout, int first, SymbolTable symbols, EvalContext context) {
        this.columns = columns;
        this.context = context;
        this.batch = new RowBatch(layout);
        this.builder = new RowBuilder(batch, symbols);
        this.row = new RowView(layout, symbols);
        this.first = first;
        this.types = layout.schema().columns().stream()
                .skip(first)
                .map(column -> column.type())
                .toArray(DataType[]::new);
    }

    /** Whether they have more columns at all. */
    boolean areWider() {
        return types.length > 0;
    }

    /** Begins a row; one that was begun before and not ended is dropped. */
    AddedColumns begin(RowView source) {
        builder.begin(source.timestamp(), 0);
        columns.project(source, context, builder);
        return this;
    }

    /** Ends the row that was begun; the same object for all rows. */
    RowView end() {
        builder.commit();
        return row.wrap(builder.row());
    }

    /** Forgets the rows: the step has ended. */
    void clear() {
        batch.clear();
    }

    @Override
    public AddedColumns setInt(int column, int value) {
        builder.putLong(place(column, DataType.INT), value);
        return this;
    }

    @Override
    public AddedColumns setLong(int column, long value) {
        builder.putLong(place(column, DataType.LONG), value);
        return this;
    }

    @Override
    public AddedColumns setFloat(int column, float value) {
        builder.putFloat(place(column, DataType.FLOAT), value);
        return this;
    }

    @Override
    public AddedColumns setDouble(int column, double value) {
        builder.putDouble(place(column, DataType.DOUBLE), value);
        return this;
    }

    @Override
    public AddedColumns setBoolean(int column, boolean value) {
        builder.putLong(place(column, DataType.BOOL), value ? 1 : 0);
        return this;
    }

    @Override
    public AddedColumns setString(int column, String value) {
        builder.putText(place(column, DataType.STRING), value);
        return this;
    }

    // The place of a column that is to be stored next.
    private int place(int column, DataType given) {
        if (column < 0 || column >= types.length || types[column] != given) {
            throw new IllegalArgumentException("column=" + column + " given=" + given + " adds="
                    + batch.layout().schema().columns().subList(first, first + types.length));
        }
        builder.clearNull(first + column);
        return first + column;
    }
}
