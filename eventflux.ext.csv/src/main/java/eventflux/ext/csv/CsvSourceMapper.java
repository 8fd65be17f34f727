package eventflux.ext.csv;

import eventflux.api.event.Column;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.MappingFailures;
import eventflux.api.spi.mapper.SourceMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;

/**
 * Maps the records of one message after another. The header is the first record of the first message; when it comes again as the
 * first record of a later one (the next file, a rotated one), it is passed over and lines count from one again.
 */
final class CsvSourceMapper implements SourceMapper {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int MOST_SHOWN = 60;

    private final CsvColumns columns;
    private final CsvSourceOptions options;
    private final CsvReader record;
    private final MappingFailures failures = new MappingFailures();

    // All that follows is written by the thread that maps.
    private CsvHeader header; // null until it was read; stays null for input without one
    private MappingException badHeader; // null unless the header did not fit
    private long line = 1;
    private int fieldStart;
    private int fieldLength;

    CsvSourceMapper(CsvColumns columns, CsvSourceOptions options) {
        this.columns = columns;
        this.options = options;
        this.record = new CsvReader(options.dialect());
    }

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        int skipped = startsWithMark(payload, offset, length) ? BYTE_ORDER_MARK.length : 0;
        failures.clear();
        record.open(payload, offset + skipped, length - skipped, line);
        boolean isFirst = true;
        while (true) {
            try {
                if (!record.next()) {
                    break;
                }
                if (!isFirst || !isHeader()) {
                    row(out);
                }
            } catch (MappingException e) {
                out.abort();
                failures.add(e);
                noteBadHeader(e);
            }
            isFirst = false;
        }
        // The end of a message is the end of a line, since sources that cut lines don't hand over what they cut at.
        boolean isCut = length > 0 && payload[offset + length - 1] == '\n';
        line = isCut ? record.nextLine() : record.nextLine() + 1;
        if (!options.ignoreErrors()) {
            failures.throwIfAny();
        }
    }

    @Override
    public Optional<String> memory() {
        return header == null ? Optional.empty() : Optional.of(line + " " + header.text());
    }

    @Override
    public void recall(String memory) {
        int blank = memory.indexOf(' ');
        if (!options.hasHeader() || blank < 0) {
            return;
        }
        byte[] text = memory.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
        record.open(text, 0, text.length, 1);
        try {
            if (record.next()) {
                header = CsvHeader.read(record, columns);
                line = Long.parseLong(memory.substring(0, blank));
            }
        } catch (MappingException e) {
            badHeader = e;
        }
    }

    private static boolean startsWithMark(byte[] payload, int offset, int length) {
        return length >= BYTE_ORDER_MARK.length
                && payload[offset] == BYTE_ORDER_MARK[0]
                && payload[offset + 1] == BYTE_ORDER_MARK[1]
                && payload[offset + 2] == BYTE_ORDER_MARK[2];
    }

    private boolean isHeader() throws MappingException {
        if (!options.hasHeader()) {
            return false;
        }
        if (header != null) {
            boolean again = record.recordEquals(header.line());
            if (again) {
                record.renumber(1);
            }
            return again;
        }
        if (badHeader != null) {
            throw withoutHeader();
        }
        header = CsvHeader.read(record, columns);
        return true;
    }

    private void noteBadHeader(MappingException failure) {
        if (options.hasHeader() && header == null && badHeader == null) {
            badHeader = failure;
        }
    }

    private MappingException withoutHeader() {
        return new MappingException(badHeader.getMessage(), badHeader.place());
    }

    private void row(RowAppender out) throws MappingException {
        if (header == null && options.hasHeader()) {
            throw withoutHeader();
        }
        if (header != null && record.fieldCount() > header.fieldCount()) {
            throw record.failure(record.fieldCount() + " fields, but the header has " + header.fieldCount());
        }
        begin(out);
        for (int i = 0; i < columns.columns().size(); i++) {
            if (i != options.timestampColumn()) {
                set(out, i);
            }
        }
        out.commit();
    }

    private void begin(RowAppender out) throws MappingException {
        int column = options.timestampColumn();
        if (column < 0) {
            out.begin();
            return;
        }
        if (!locate(column)) {
            throw failure(column, "the time of the event is missing", null);
        }
        try {
            long time = parseLong(column);
            out.begin(time);
            out.setLong(column, time);
        } catch (NumberFormatException | DateTimeException e) {
            throw failure(column, shown(column) + " is no point in time", e);
        }
    }

    private void set(RowAppender out, int column) throws MappingException {
        if (!locate(column)) {
            return;
        }
        Column target = columns.columns().get(column).column();
        byte[] bytes = record.source(field(column));
        try {
            switch (target.type()) {
                case INT -> out.setInt(column, FieldText.parseInt(bytes, fieldStart, fieldLength));
                case LONG -> out.setLong(column, parseLong(column));
                case FLOAT -> out.setFloat(column, FieldText.parseFloat(bytes, fieldStart, fieldLength));
                case DOUBLE -> out.setDouble(column, FieldText.parseDouble(bytes, fieldStart, fieldLength));
                case BOOL -> out.setBoolean(column, parseBoolean(column));
                case STRING -> setText(out, column);
                case OBJECT -> out.set(column, text(column));
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw failure(column, shown(column) + " is no " + target.type(), e);
        }
    }

    /** Finds the field of a column; false when it is missing, empty without quotes, or the text that stands for null. */
    private boolean locate(int column) {
        int field = field(column);
        if (field >= record.fieldCount()) {
            return false;
        }
        fieldStart = record.start(field);
        fieldLength = record.length(field);
        if (!isText(column)) {
            trim(record.source(field));
        }
        if (fieldLength == 0) {
            return record.isQuoted(field) && isText(column);
        }
        return record.isQuoted(field) || !options.isNull(record.source(field), fieldStart, fieldLength);
    }

    private boolean isText(int column) {
        return switch (columns.columns().get(column).column().type()) {
            case STRING, OBJECT -> true;
            case INT, LONG, FLOAT, DOUBLE, BOOL -> false;
        };
    }

    private void trim(byte[] bytes) {
        while (fieldLength > 0 && isBlank(bytes[fieldStart])) {
            fieldStart++;
            fieldLength--;
        }
        while (fieldLength > 0 && isBlank(bytes[fieldStart + fieldLength - 1])) {
            fieldLength--;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private int field(int column) {
        return header == null ? columns.columns().get(column).field() : header.fields()[column];
    }

    private long parseLong(int column) {
        CsvColumns.Source source = columns.columns().get(column);
        byte[] bytes = record.source(field(column));
        boolean isDate =
                source.isDate() || source.dates() != null && !FieldText.isInteger(bytes, fieldStart, fieldLength);
        return isDate ? source.dates().parseMillis(text(column)) : FieldText.parseLong(bytes, fieldStart, fieldLength);
    }

    private boolean parseBoolean(int column) {
        String text = text(column);
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new NumberFormatException("no BOOL");
    }

    private void setText(RowAppender out, int column) throws MappingException {
        byte[] bytes = record.source(field(column));
        if (!Utf8.isWellFormed(bytes, fieldStart, fieldLength)) {
            throw failure(column, shown(column) + " is not UTF-8", null);
        }
        out.setUtf8(column, bytes, fieldStart, fieldLength);
    }

    private String text(int column) {
        return new String(record.source(field(column)), fieldStart, fieldLength, StandardCharsets.UTF_8);
    }

    private String shown(int column) {
        String text = text(column);
        return '"' + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text) + '"';
    }

    private MappingException failure(int column, String what, RuntimeException cause) {
        String name = columns.columns().get(column).column().name();
        String place = "line " + record.recordLine() + ", field " + (field(column) + 1) + " (" + name + ")";
        return new MappingException(what, place, cause);
    }
}
