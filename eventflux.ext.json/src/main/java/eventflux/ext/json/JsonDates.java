package eventflux.ext.json;

import eventflux.api.config.Settings;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.text.DateTimeText;
import java.util.Map;

/** How LONG columns read and print dates. Immutable. */
final class JsonDates {

    private final DateTimeText general; // null when there is none
    private final DateTimeText[] own; // null for a column without a format of its own

    private JsonDates(DateTimeText general, DateTimeText[] own) {
        this.general = general;
        this.own = own;
    }

    static JsonDates of(Schema schema, Settings settings) {
        DateTimeText[] own = new DateTimeText[schema.size()];
        for (Map.Entry<String, String> format :
                settings.withPrefix("date-format.").entrySet()) {
            int column = schema.indexOf(format.getKey());
            if (column < 0 || schema.column(column).type() != DataType.LONG) {
                throw new IllegalArgumentException(
                        "date-format." + format.getKey() + " names no LONG column of " + schema);
            }
            own[column] = DateTimeText.of(format.getValue());
        }
        return new JsonDates(settings.find("date-format").map(DateTimeText::of).orElse(null), own);
    }

    /** Whether a text in the column is read as a date. */
    boolean reads(int column) {
        return own[column] != null || general != null;
    }

    /** Whether the column always holds dates, because it has a format of its own. */
    boolean isDate(int column) {
        return own[column] != null;
    }

    long parseMillis(int column, String text) {
        return (own[column] == null ? general : own[column]).parseMillis(text);
    }

    /** The text of a point in time by the column's own format. */
    String format(int column, long epochMillis) {
        return own[column].format(epochMillis);
    }

    /** The general format, null when there is none. */
    DateTimeText general() {
        return general;
    }
}
