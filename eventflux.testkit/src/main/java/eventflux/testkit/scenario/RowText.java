package eventflux.testkit.scenario;

import eventflux.api.Event;
import eventflux.api.text.DecimalText;
import java.util.StringJoiner;

/** Rows as scenario files write them. */
final class RowText {

    private RowText() {}

    static String of(String source, Event event) {
        StringJoiner values = new StringJoiner(", ");
        for (Object value : event.data()) {
            values.add(of(value));
        }
        return "@" + event.timestamp() + " " + source + (event.isExpired() ? " - " : " ") + values;
    }

    private static String of(Object value) {
        if (value instanceof String text) {
            return "'" + text.replace("'", "''") + "'";
        }
        if (value instanceof Double number) {
            return DecimalText.of(number);
        }
        if (value instanceof Float number) {
            return DecimalText.of(number);
        }
        return String.valueOf(value);
    }
}
