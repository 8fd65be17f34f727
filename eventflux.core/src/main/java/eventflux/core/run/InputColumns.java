package eventflux.core.run;

import eventflux.api.event.ColumnAppender;
import eventflux.api.event.DataType;
import eventflux.api.event.Dictionary;
import eventflux.api.event.Schema;
import eventflux.api.text.ObjectText;
import eventflux.core.row.ColumnRows;
import eventflux.core.row.NumberForm;
import java.util.Objects;
import java.util.function.Consumer;

/** Columns of one sender, checked before they are taken. */
final class InputColumns implements ColumnAppender {

    /** A batch beyond this is a mistake: its rows are all in memory at once. */
    private static final int MOST_ROWS = 1 << 20;

    private final Schema schema;
    private final Consumer<ColumnRows> receiver;
    private final ColumnRows columns;
    private boolean isBegun;
    private int rows;

    InputColumns(Schema schema, Consumer<ColumnRows> receiver) {
        this.schema = schema;
        this.receiver = receiver;
        this.columns = new ColumnRows(schema);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ColumnAppender begin(int count, long timestamp) {
        begun(count);
        columns.begin(count, timestamp);
        return this;
    }

    @Override
    public ColumnAppender begin(int count, long[] timestamps, int from) {
        requireLength(timestamps.length, from, count, "timestamps");
        begun(count);
        columns.begin(count, timestamps, from);
        return this;
    }

    @Override
    public ColumnAppender begin(int count) {
        return begin(count, ColumnRows.UNTIMED);
    }

    private void begun(int count) {
        if (count < 0 || count > MOST_ROWS) {
            throw new IllegalArgumentException(count + " rows: a batch has 0 to " + MOST_ROWS);
        }
        rows = count;
        isBegun = true;
    }

    @Override
    public ColumnAppender setInts(int column, int[] values, int from) {
        return setNumbers(column, DataType.INT, values, values.length, from);
    }

    @Override
    public ColumnAppender setLongs(int column, long[] values, int from) {
        return setNumbers(column, DataType.LONG, values, values.length, from);
    }

    @Override
    public ColumnAppender setFloats(int column, float[] values, int from) {
        return setNumbers(column, DataType.FLOAT, values, values.length, from);
    }

    @Override
    public ColumnAppender setDoubles(int column, double[] values, int from) {
        return setNumbers(column, DataType.DOUBLE, values, values.length, from);
    }

    @Override
    public ColumnAppender setBooleans(int column, boolean[] values, int from) {
        return setNumbers(column, DataType.BOOL, values, values.length, from);
    }

    private ColumnAppender setNumbers(int column, DataType given, Object values, int length, int from) {
        DataType type = require(column, given, length, from);
        columns.numbers(column, NumberForm.of(given, type), values, from);
        return this;
    }

    @Override
    public ColumnAppender setStrings(int column, String[] values, int from) {
        require(column, DataType.STRING, values.length, from);
        columns.texts(column, values, from);
        return this;
    }

    @Override
    public ColumnAppender setStrings(int column, Dictionary texts, int[] places, int from) {
        require(column, DataType.STRING, places.length, from);
        int first = 0;
        int last = -1;
        for (int row = 0; row < rows; row++) {
            first = Math.min(first, places[from + row]);
            last = Math.max(last, places[from + row]);
        }
        if (last >= texts.size()) {
            throw new IllegalArgumentException(
                    "column " + schema.column(column) + ": place " + last + " of a dictionary of " + texts.size());
        }
        columns.texts(column, texts, places, from, first < 0);
        return this;
    }

    @Override
    public ColumnAppender setObjects(int column, Object[] values, int from) {
        require(column, DataType.OBJECT, values.length, from);
        String[] texts = new String[rows];
        for (int row = 0; row < rows; row++) {
            Object value = values[from + row];
            texts[row] = value == null ? null : ObjectText.encode(value);
        }
        columns.texts(column, texts, 0);
        return this;
    }

    @Override
    public ColumnAppender setNulls(int column, boolean[] isNull, int from) {
        requireBegun();
        DataType type = schema.column(column).type();
        if (type == DataType.STRING || type == DataType.OBJECT) {
            throw new IllegalArgumentException("column " + schema.column(column) + ": its values say which are null");
        }
        requireLength(isNull.length, from, rows, schema.column(column));
        if (!columns.isGiven(column)) {
            throw new IllegalStateException("column " + schema.column(column) + " has no values yet");
        }
        columns.nulls(column, isNull, from);
        return this;
    }

    @Override
    public void send() {
        requireBegun();
        try {
            if (rows > 0) {
                receiver.accept(columns);
            }
        } finally {
            isBegun = false;
            columns.clear();
        }
    }

    private DataType require(int column, DataType given, int length, int from) {
        requireBegun();
        DataType type = schema.columns()
                .get(Objects.checkIndex(column, schema.columns().size()))
                .type();
        if (type != given && !given.widensTo(type)) {
            throw new IllegalArgumentException("column " + schema.column(column) + " takes no " + given);
        }
        requireLength(length, from, rows, schema.column(column));
        return type;
    }

    private static void requireLength(int length, int from, int count, Object what) {
        if (from < 0 || from > length - count) {
            throw new IllegalArgumentException(
                    what + ": " + count + " values from " + from + " on of an array of " + length);
        }
    }

    private void requireBegun() {
        if (!isBegun) {
            throw new IllegalStateException("no batch was begun");
        }
    }
}
