package eventflux.ext.csv;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.text.DateTimeText;
import eventflux.api.text.DecimalText;
import java.util.List;

/** Writes a row as one line without its end; null is an empty field, an empty text is an empty field in quotes. */
final class CsvSinkMapper implements SinkMapper {

    private final Schema schema;
    private final CsvDialect dialect;
    private final List<String> header;
    private final boolean hasHeader;
    private final DateTimeText[] dates; // for each column, null where it is printed as it is
    private final boolean hasTimestamp;
    private final StringBuilder line = new StringBuilder(); // written by the thread that maps

    CsvSinkMapper(Schema schema, CsvDialect dialect, CsvSinkOptions options) {
        this.schema = schema;
        this.dialect = dialect;
        this.header = options.header();
        this.hasHeader = options.hasHeader();
        this.dates = options.dates().toArray(new DateTimeText[0]);
        this.hasTimestamp = options.hasTimestamp();
    }

    @Override
    public void header(PayloadBuffer out) {
        if (!hasHeader) {
            return;
        }
        line.setLength(0);
        for (int i = 0; i < header.size(); i++) {
            delimit(i);
            text(header.get(i));
        }
        write(out);
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        line.setLength(0);
        for (int i = 0; i < schema.size(); i++) {
            delimit(i);
            if (!row.isNull(i)) {
                value(row, i);
            }
        }
        if (hasTimestamp) {
            delimit(schema.size());
            time(schema.size(), row.timestamp());
        }
        write(out);
    }

    private void value(Row row, int column) {
        switch (schema.column(column).type()) {
            case INT -> line.append(row.getInt(column));
            case LONG -> time(column, row.getLong(column));
            case FLOAT -> DecimalText.append(line, row.getFloat(column));
            case DOUBLE -> DecimalText.append(line, row.getDouble(column));
            case BOOL -> line.append(row.getBoolean(column));
            case STRING -> text(row.getString(column));
            case OBJECT -> text(String.valueOf(row.get(column)));
        }
    }

    private void time(int column, long value) {
        if (dates[column] == null) {
            line.append(value);
        } else {
            text(dates[column].format(value));
        }
    }

    private void delimit(int field) {
        if (field > 0) {
            line.append((char) dialect.delimiter());
        }
    }

    private void text(String text) {
        char quote = (char) dialect.quote();
        if (!dialect.isQuoting() || !needsQuotes(text)) {
            line.append(text);
            return;
        }
        line.append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                line.append(quote);
            }
            line.append(c);
        }
        line.append(quote);
    }

    private boolean needsQuotes(String text) {
        if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == dialect.delimiter() || c == dialect.quote() || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** ASCII goes out byte by byte, so that most lines make no string. */
    private void write(PayloadBuffer out) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= 0x80) {
                out.write(line.toString());
                return;
            }
        }
        for (int i = 0; i < line.length(); i++) {
            out.write(line.charAt(i));
        }
    }
}
