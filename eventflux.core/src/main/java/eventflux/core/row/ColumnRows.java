package eventflux.core.row;

import eventflux.api.event.Dictionary;
import eventflux.api.event.Schema;

/**
 * Rows that are given as arrays, one for each column, and go into a batch together. They are written column by column too: each loop
 * reads one array and stores one slot of each row. Arrays are referred to from when they are given until it begins anew or is cleared. Used
 * by one thread at a time.
 */
public final class ColumnRows {

    /** The time of rows that get theirs when they are admitted. */
    public static final long UNTIMED = Long.MIN_VALUE;

    private final GivenColumn[] columns;
    private final RowGrid grid = new RowGrid();
    private int rows;
    // The times of the rows; null when they have one, which may be UNTIMED.
    private long[] times;
    private int timesFrom;
    private long time;

    /** No rows of some columns. */
    public ColumnRows(Schema schema) {
        columns = schema.columns().stream()
                .map(column -> GivenColumn.of(column.type()))
                .toArray(GivenColumn[]::new);
    }

    /** Begins with so many rows of one time, which may be {@link #UNTIMED}; all columns are null. */
    public void begin(int count, long timestamp) {
        clear();
        rows = count;
        time = timestamp;
    }

    /** Begins with so many rows of times of their own; all columns are null. */
    public void begin(int count, long[] timestamps, int from) {
        clear();
        rows = count;
        times = timestamps;
        timesFrom = from;
    }

    /** Forgets all that was given. */
    public void clear() {
        rows = 0;
        times = null;
        for (GivenColumn column : columns) {
            column.clear();
        }
    }

    /** Gives the values of a column that is neither STRING nor OBJECT. */
    public void numbers(int column, NumberForm form, Object values, int from) {
        ((NumberColumn) columns[column]).give(form, values, from);
    }

    /** Says which values of a column are null; after its {@link #numbers}. */
    public void nulls(int column, boolean[] isNull, int from) {
        ((NumberColumn) columns[column]).nulls(isNull, from);
    }

    /** Gives the texts of a STRING or OBJECT column. */
    public void texts(int column, String[] values, int from) {
        ((TextColumn) columns[column]).give(values, from);
    }

    /**
     * Gives the texts of a STRING column by their places, which the dictionary has or which are negative.
     *
     * @param hasNulls whether some are negative
     */
    public void texts(int column, Dictionary texts, int[] places, int from, boolean hasNulls) {
        ((TextColumn) columns[column]).give(texts, places, from, hasNulls);
    }

    /** Whether the rows get their times when they are admitted. */
    public boolean isUntimed() {
        return times == null && time == UNTIMED;
    }

    /** Whether a column has been given. */
    public boolean isGiven(int column) {
        return columns[column].isGiven();
    }

    /**
     * Adds the rows, of which there is at least one, to a batch, all or none.
     *
     * @param batch of any layout of the columns
     * @param symbols gives codes, when columns of the batch are coded
     * @param arrival the time of rows that are {@link #UNTIMED}; they stay so when it is that, too
     */
    public void write(RowBatch batch, SymbolTable symbols, long arrival) {
        RowLayout layout = batch.layout();
        measure(layout);
        grid.place(batch);
        writeHeaders(batch, arrival);
        for (int i = 0; i < columns.length; i++) {
            if (!columns[i].isGiven()) {
                grid.putNulls(i);
            } else if (layout.isCoded(i)) {
                ((TextColumn) columns[i]).storeCodes(grid, i, symbols);
            } else {
                columns[i].store(grid, i);
            }
        }
        batch.add(grid.length(), rows, grid.pitch());
    }

    private void measure(RowLayout layout) {
        int texts = 0;
        for (int i = 0; i < columns.length; i++) {
            texts += isMeasured(layout, i) ? 1 : 0;
        }
        grid.begin(layout, rows, texts);
        for (int i = 0; texts > 0 && i < columns.length; i++) {
            if (isMeasured(layout, i)) {
                ((TextColumn) columns[i]).measure(grid);
            }
        }
    }

    private boolean isMeasured(RowLayout layout, int column) {
        return layout.isText(column) && !layout.isCoded(column) && columns[column].isGiven();
    }

    private void writeHeaders(RowBatch batch, long arrival) {
        if (times != null) {
            grid.putHeaders(0, 0);
            grid.putTimes(times, timesFrom);
            return;
        }
        long known = time == UNTIMED ? arrival : time;
        if (known == UNTIMED) {
            batch.noteFlags();
            grid.putHeaders(RowLayout.UNTIMED_FLAG, 0);
        } else {
            grid.putHeaders(0, known);
        }
    }
}
