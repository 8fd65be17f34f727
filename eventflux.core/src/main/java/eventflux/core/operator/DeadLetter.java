package eventflux.core.operator;

import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;

/** Writes rows that fail as dead letters: the row as a JSON object, what went wrong, when, and where it came from. */
public final class DeadLetter implements FaultRows.Writer {

    private static final int FIRST_PRINTABLE = 0x20;

    private final String stream;

    /** Letters of a stream. */
    public DeadLetter(String stream) {
        this.stream = stream;
    }

    @Override
    public void write(RowView row, Throwable cause, int attempts, RowBuilder out) {
        int column = 0;
        out.putText(column++, text(row));
        out.putText(column++, FaultRows.message(cause));
        out.putText(column++, cause.getClass().getSimpleName());
        out.putLong(column++, row.timestamp());
        out.putLong(column++, attempts);
        out.putText(column, stream);
    }

    /** A row as people read it and other programs too: a JSON object. */
    public static String text(RowView row) {
        StringBuilder json = new StringBuilder("{");
        for (int column = 0; column < row.layout().columns(); column++) {
            json.append(column == 0 ? "" : ",");
            quote(row.schema().column(column).name(), json);
            json.append(':');
            Object value = row.get(column);
            if (value instanceof String text) {
                quote(text, json);
            } else {
                json.append(isFinite(value) ? value : null);
            }
        }
        return json.append('}').toString();
    }

    private static boolean isFinite(Object value) {
        return !(value instanceof Float || value instanceof Double) || Double.isFinite(((Number) value).doubleValue());
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
