package eventflux.ext.csv;

import eventflux.api.config.Settings;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.text.DateTimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each column of the stream is read from: a field counted from zero, or the name of a field in the header.
 *
 * @param columns one for each column of the schema, in its order
 */
record CsvColumns(List<Source> columns) {

    /** The field is known by name only. */
    static final int BY_NAME = -1;

    CsvColumns {
        columns = List.copyOf(columns);
    }

    /**
     * Where a column comes from.
     *
     * @param column the column
     * @param field the field's place, or {@link #BY_NAME}
     * @param name the field's name in the header
     * @param dates how a LONG is read from a date, by the column's own format or the general one; null when no format was given
     * @param isDate whether the field always holds a date, because the column has a format of its own
     */
    record Source(Column column, int field, String name, DateTimeText dates, boolean isDate) {}

    static CsvColumns of(Schema schema, Settings settings, boolean hasHeader) {
        Map<String, String> mappings = known(schema, "mapping.", settings);
        Map<String, String> formats = known(schema, "date-format.", settings);
        DateTimeText general =
                settings.find("date-format").map(DateTimeText::of).orElse(null);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Column column = schema.column(i);
            String place = mappings.get(column.name());
            String format = formats.get(column.name());
            if (format != null && column.type() != DataType.LONG) {
                throw new IllegalArgumentException(
                        "date-format." + column.name() + " is for a LONG, column is " + column);
            }
            DateTimeText dates = format == null ? general : DateTimeText.of(format);
            int field = place == null && !hasHeader && mappings.isEmpty() ? i : field(column, place, hasHeader);
            sources.add(new Source(column, field, place == null ? column.name() : place, dates, format != null));
        }
        return new CsvColumns(sources);
    }

    private static int field(Column column, String place, boolean hasHeader) {
        if (place != null && place.matches("\\d{1,4}")) {
            int field = Integer.parseInt(place);
            if (field >= CsvReader.MOST_FIELDS) {
                throw new IllegalArgumentException(
                        "mapping." + column.name() + " is beyond field " + CsvReader.MOST_FIELDS);
            }
            return field;
        }
        if (!hasHeader) {
            throw new IllegalArgumentException("without a header column=" + column.name() + " needs mapping."
                    + column.name() + " with a field's number");
        }
        return BY_NAME;
    }

    private static Map<String, String> known(Schema schema, String prefix, Settings settings) {
        Map<String, String> found = settings.withPrefix(prefix);
        for (String name : found.keySet()) {
            if (schema.indexOf(name) < 0) {
                throw new IllegalArgumentException(prefix + name + " names no column of " + schema);
            }
        }
        return found;
    }

    /** The place of the column that carries the event's time, -1 when there is none. */
    static int timestampColumn(Schema schema, Settings settings) {
        if (!settings.has("timestamp")) {
            return -1;
        }
        int column = schema.indexOf(settings.getString("timestamp"));
        if (column < 0 || schema.column(column).type() != DataType.LONG) {
            throw new IllegalArgumentException(
                    "timestamp=" + settings.getString("timestamp") + " is no LONG column of " + schema);
        }
        return column;
    }
}
