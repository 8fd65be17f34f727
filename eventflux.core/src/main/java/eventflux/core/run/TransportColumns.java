package eventflux.core.run;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.MessageAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stands before the rows of a source whose messages carry attributes: shows the mapper the other columns alone, and sets those
 * columns when a row ends. Used by the thread that delivers.
 */
final class TransportColumns implements RowAppender {

    private final RowAppender rows;
    private final Schema mapped;
    private final int[] places;
    private final List<Attribute> attributes = new ArrayList<>();
    // Written by the thread that delivers.
    private MessageAttributes message = MessageAttributes.none();

    /**
     * A writer over another.
     *
     * @param rows takes whole rows
     * @param byColumn the attribute of each column that takes one
     */
    TransportColumns(RowAppender rows, Map<String, String> byColumn) {
        this.rows = rows;
        mapped = mapped(rows.schema(), byColumn);
        places = mapped.columns().stream()
                .mapToInt(column -> rows.schema().indexOf(column.name()))
                .toArray();
        byColumn.forEach((column, attribute) -> {
            int place = rows.schema().indexOf(column);
            attributes.add(new Attribute(place, rows.schema().column(place).type(), attribute));
        });
    }

    /** The columns that are left for the mapper. */
    static Schema mapped(Schema schema, Map<String, String> byColumn) {
        return byColumn.isEmpty()
                ? schema
                : Schema.of(schema.columns().stream()
                        .filter(column -> !byColumn.containsKey(column.name()))
                        .toArray(Column[]::new));
    }

    /** The attributes of the rows to come. */
    void message(MessageAttributes next) {
        message = next;
    }

    @Override
    public Schema schema() {
        return mapped;
    }

    @Override
    public RowAppender begin(long timestamp) {
        rows.begin(timestamp);
        return this;
    }

    @Override
    public RowAppender begin() {
        rows.begin();
        return this;
    }

    @Override
    public RowAppender setInt(int column, int value) {
        rows.setInt(places[column], value);
        return this;
    }

    @Override
    public RowAppender setLong(int column, long value) {
        rows.setLong(places[column], value);
        return this;
    }

    @Override
    public RowAppender setFloat(int column, float value) {
        rows.setFloat(places[column], value);
        return this;
    }

    @Override
    public RowAppender setDouble(int column, double value) {
        rows.setDouble(places[column], value);
        return this;
    }

    @Override
    public RowAppender setBoolean(int column, boolean value) {
        rows.setBoolean(places[column], value);
        return this;
    }

    @Override
    public RowAppender setString(int column, String value) {
        rows.setString(places[column], value);
        return this;
    }

    @Override
    public RowAppender setUtf8(int column, byte[] bytes, int offset, int length) {
        rows.setUtf8(places[column], bytes, offset, length);
        return this;
    }

    @Override
    public RowAppender setNull(int column) {
        rows.setNull(places[column]);
        return this;
    }

    @Override
    public RowAppender set(int column, Object value) {
        rows.set(places[column], value);
        return this;
    }

    @Override
    public void commit() {
        for (Attribute attribute : attributes) {
            Object value = message.find(attribute.name).orElse(null);
            rows.set(attribute.column, value == null ? null : attribute.convert(value));
        }
        rows.commit();
    }

    @Override
    public void abort() {
        rows.abort();
    }

    @Override
    public int pending() {
        return rows.pending();
    }

    @Override
    public void flush() {
        rows.flush();
    }

    /** A column and the attribute that it takes. */
    private record Attribute(int column, DataType type, String name) {

        Object convert(Object value) {
            String text = value.toString();
            try {
                return switch (type) {
                    case STRING -> text;
                    case INT -> Integer.valueOf(text.strip());
                    case LONG -> Long.valueOf(text.strip());
                    case FLOAT -> Float.valueOf(text.strip());
                    case DOUBLE -> Double.valueOf(text.strip());
                    case BOOL -> truth(text.strip());
                    default -> value;
                };
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the attribute " + name + " is " + type + ", not '" + text + "'", e);
            }
        }

        private Boolean truth(String text) {
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw new IllegalArgumentException("the attribute " + name + " is BOOL, not '" + text + "'");
            }
            return Boolean.valueOf(text);
        }
    }
}
