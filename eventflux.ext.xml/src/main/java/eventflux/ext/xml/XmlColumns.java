package eventflux.ext.xml;

import eventflux.api.config.Settings;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.text.DateTimeText;
import eventflux.api.text.DecimalText;
import java.time.DateTimeException;
import java.util.Map;

/** The columns of a stream as texts, and back by their declared types. Immutable. */
final class XmlColumns {

    private final Schema schema;
    // Null for a column that holds no dates.
    private final DateTimeText[] dates;
    private final int timestamp;

    private XmlColumns(Schema schema, DateTimeText[] dates, int timestamp) {
        this.schema = schema;
        this.dates = dates;
        this.timestamp = timestamp;
    }

    static XmlColumns of(Schema schema, Settings settings) {
        DateTimeText[] dates = new DateTimeText[schema.size()];
        for (Map.Entry<String, String> format :
                settings.withPrefix("date-format.").entrySet()) {
            dates[longColumn(schema, "date-format.", format.getKey())] = DateTimeText.of(format.getValue());
        }
        int timestamp =
                settings.has("timestamp") ? longColumn(schema, "timestamp=", settings.getString("timestamp")) : -1;
        return new XmlColumns(schema, dates, timestamp);
    }

    private static int longColumn(Schema schema, String setting, String name) {
        int column = schema.indexOf(name);
        if (column < 0 || schema.column(column).type() != DataType.LONG) {
            throw new IllegalArgumentException(setting + name + " names no LONG column of " + schema);
        }
        return column;
    }

    int size() {
        return schema.size();
    }

    /**
     * Appends one row.
     *
     * @param texts the text of each column; null where there is none
     * @throws IllegalArgumentException for a text that does not fit; the row is open then
     */
    void append(String[] texts, RowAppender out) {
        Long time = timestamp < 0 || isNothing(texts[timestamp]) ? null : number(timestamp, texts[timestamp]);
        if (time == null) {
            out.begin();
        } else {
            out.begin(time);
        }
        for (int column = 0; column < texts.length; column++) {
            set(column, texts[column], out);
        }
        out.commit();
    }

    private void set(int index, String text, RowAppender out) {
        Column column = schema.column(index);
        if (text == null || column.type() != DataType.STRING && isNothing(text)) {
            out.setNull(index);
            return;
        }
        switch (column.type()) {
            case STRING -> out.setString(index, text);
            case INT ->
                out.setInt(index, (int) range(number(index, text), Integer.MIN_VALUE, Integer.MAX_VALUE, column, text));
            case LONG -> out.setLong(index, number(index, text));
            case FLOAT -> out.setFloat(index, (float) decimal(column, text));
            case DOUBLE -> out.setDouble(index, decimal(column, text));
            case BOOL -> out.setBoolean(index, truth(column, text.strip()));
            default -> throw new IllegalArgumentException("no text becomes " + column.type());
        }
    }

    private static long range(long value, long least, long most, Column column, String text) {
        if (value < least || value > most) {
            throw wrong(column, text);
        }
        return value;
    }

    private static boolean isNothing(String text) {
        return text == null || text.isBlank();
    }

    private long number(int index, String text) {
        try {
            return dates[index] == null ? Long.parseLong(text.strip()) : dates[index].parseMillis(text.strip());
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong(schema.column(index), text);
        }
    }

    // The spellings of XML Schema; not those that only Java knows, such as 1d.
    private static double decimal(Column column, String text) {
        String number = text.strip();
        switch (number) {
            case "INF", "Infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-INF", "-Infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            case "NaN" -> {
                return Double.NaN;
            }
            default -> {
                if (!number.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?")) {
                    throw wrong(column, text);
                }
                return Double.parseDouble(number);
            }
        }
    }

    private static boolean truth(Column column, String text) {
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw wrong(column, text);
    }

    private static IllegalArgumentException wrong(Column column, String text) {
        return new IllegalArgumentException(column.name() + " is " + column.type() + ", not '" + text + "'");
    }

    /** The text of a column of a row that is not null. */
    String text(Row row, int index) {
        return switch (schema.column(index).type()) {
            case FLOAT -> DecimalText.of(row.getFloat(index));
            case DOUBLE -> DecimalText.of(row.getDouble(index));
            case LONG ->
                dates[index] == null ? Long.toString(row.getLong(index)) : dates[index].format(row.getLong(index));
            default -> String.valueOf(row.get(index));
        };
    }
}
