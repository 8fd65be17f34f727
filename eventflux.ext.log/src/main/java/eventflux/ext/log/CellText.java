package eventflux.ext.log;

import eventflux.api.config.Settings;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.text.DateTimeText;
import eventflux.api.text.DecimalText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints single values for people: on one line, and with nothing in them that a terminal would obey. Immutable. */
final class CellText {

    private static final int SHORTEST = -1;
    private static final int MOST_DECIMALS = 30;

    private final List<DataType> types;
    private final Map<Integer, DateTimeText> dates; // of the columns that are not printed as numbers
    private final DateTimeText time = DateTimeText.iso();
    private final int decimals;

    private CellText(Schema schema, Map<Integer, DateTimeText> dates, int decimals) {
        this.types = schema.columns().stream().map(column -> column.type()).toList();
        this.dates = Map.copyOf(dates);
        this.decimals = decimals;
    }

    /** Prints all values as they are. */
    static CellText plain(Schema schema) {
        return new CellText(schema, Map.of(), SHORTEST);
    }

    static CellText of(Schema schema, Settings settings) {
        int decimals = settings.has("decimals") ? settings.getInt("decimals") : SHORTEST;
        if (settings.has("decimals") && (decimals < 0 || decimals > MOST_DECIMALS)) {
            throw new IllegalArgumentException("decimals must be from 0 to " + MOST_DECIMALS + ", is " + decimals);
        }
        Map<Integer, DateTimeText> dates = new HashMap<>();
        for (Map.Entry<String, String> format :
                settings.withPrefix("date-format.").entrySet()) {
            int column = schema.indexOf(format.getKey());
            if (column < 0 || schema.column(column).type() != DataType.LONG) {
                throw new IllegalArgumentException(
                        "date-format." + format.getKey() + " names no LONG column of " + schema);
            }
            dates.put(column, DateTimeText.of(format.getValue()));
        }
        return new CellText(schema, dates, decimals);
    }

    int columns() {
        return types.size();
    }

    /** How many digits stand behind the point, -1 for as many as it takes. */
    int decimals() {
        return decimals;
    }

    /** The type that a column is printed as: a LONG with a date format is a text. */
    DataType printedType(int column) {
        return dates.containsKey(column) ? DataType.STRING : types.get(column);
    }

    void appendTime(StringBuilder out, Row row) {
        out.append(time.format(row.timestamp()));
    }

    void append(StringBuilder out, Row row, int column) {
        if (row.isNull(column)) {
            out.append("null");
            return;
        }
        switch (types.get(column)) {
            case INT -> out.append(row.getInt(column));
            case LONG -> appendLong(out, column, row.getLong(column));
            case FLOAT -> appendFloat(out, row.getFloat(column));
            case DOUBLE -> appendDouble(out, row.getDouble(column));
            case BOOL -> out.append(row.getBoolean(column));
            case STRING -> appendVisible(out, row.getString(column));
            case OBJECT -> appendVisible(out, String.valueOf(row.get(column)));
        }
    }

    private void appendLong(StringBuilder out, int column, long value) {
        DateTimeText date = dates.get(column);
        if (date == null) {
            out.append(value);
        } else {
            out.append(date.format(value));
        }
    }

    private void appendFloat(StringBuilder out, float value) {
        if (decimals == SHORTEST) {
            DecimalText.append(out, value);
        } else {
            DecimalText.appendFixed(out, value, decimals);
        }
    }

    private void appendDouble(StringBuilder out, double value) {
        if (decimals == SHORTEST) {
            DecimalText.append(out, value);
        } else {
            DecimalText.appendFixed(out, value, decimals);
        }
    }

    /** Line ends, tabs and other control characters as escapes. */
    static void appendVisible(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isISOControl(c)) {
                out.append(c);
            } else {
                switch (c) {
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> out.append(String.format("\\u%04x", (int) c));
                }
            }
        }
    }
}
