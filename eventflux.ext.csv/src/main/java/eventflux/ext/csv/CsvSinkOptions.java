package eventflux.ext.csv;

import eventflux.api.config.Settings;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.text.DateTimeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How rows become lines.
 *
 * @param hasHeader whether the names come first
 * @param header the fields' names, that of the timestamp last
 * @param hasTimestamp whether the event's time is a further field
 * @param dates for each field the format that a LONG prints by, null where it prints as a number
 */
record CsvSinkOptions(boolean hasHeader, List<String> header, boolean hasTimestamp, List<DateTimeText> dates) {

    static CsvSinkOptions of(Schema schema, Settings settings) {
        boolean hasTimestamp = settings.has("timestamp");
        List<String> header = new ArrayList<>(
                settings.find("header-names").map(CsvSinkOptions::split).orElse(schema.names()));
        if (header.size() != schema.size()) {
            throw new IllegalArgumentException(
                    "header-names has " + header.size() + " names for " + schema.size() + " columns");
        }
        if (hasTimestamp) {
            header.add(settings.getString("timestamp"));
        }
        List<DateTimeText> dates = dates(schema, settings.withPrefix("date-format."));
        dates.add(settings.find("date-format").map(DateTimeText::of).orElse(null));
        return new CsvSinkOptions(
                settings.getBoolean("include-header"), header, hasTimestamp, Collections.unmodifiableList(dates));
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }

    private static List<DateTimeText> dates(Schema schema, Map<String, String> formats) {
        List<DateTimeText> dates = new ArrayList<>(Collections.nCopies(schema.size(), null));
        formats.forEach((name, format) -> {
            int column = schema.indexOf(name);
            if (column < 0 || schema.column(column).type() != DataType.LONG) {
                throw new IllegalArgumentException("date-format." + name + " names no LONG column of " + schema);
            }
            dates.set(column, DateTimeText.of(format));
        });
        return dates;
    }
}
