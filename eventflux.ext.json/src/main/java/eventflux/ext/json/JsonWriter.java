package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.Separators;
import eventflux.api.event.Column;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.text.DecimalText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes JSON values into a buffer. One generator serves all messages; it is made anew after a value that could not be written.
 * Used by the thread that maps.
 */
final class JsonWriter {

    private static final int INITIAL_NUMBER = 32;

    private final JsonFactory factory;
    private final JsonDates dates;
    private final boolean isPretty;
    private final Target target = new Target();
    private final StringBuilder number = new StringBuilder(INITIAL_NUMBER);

    // Both are written by the thread that maps.
    private JsonGenerator generator; // null until it is needed and after a failure
    private char[] digits = new char[INITIAL_NUMBER];

    JsonWriter(JsonDates dates, boolean isPretty) {
        this.factory = new JsonFactoryBuilder()
                .rootValueSeparator((String) null)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .build();
        this.dates = dates;
        this.isPretty = isPretty;
    }

    /** What writes to a generator. */
    @FunctionalInterface
    interface Content {

        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Writes one value to a buffer. */
    void write(PayloadBuffer out, Content content) {
        JsonGenerator json = generator;
        // Half a value may be in there when something is thrown, and nothing more can be written with it then.
        generator = null;
        target.buffer = out;
        try {
            if (json == null) {
                json = generator();
            }
            content.writeTo(json);
            json.flush();
            generator = json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            target.buffer = null;
        }
    }

    private JsonGenerator generator() throws IOException {
        JsonGenerator made = factory.createGenerator(target);
        if (isPretty) {
            made.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withRootSeparator(null)
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));
        }
        return made;
    }

    /** Writes the value of a column. */
    void value(JsonGenerator json, Row row, int column) throws IOException {
        if (row.isNull(column)) {
            json.writeNull();
            return;
        }
        Schema schema = row.schema();
        Column target = schema.column(column);
        switch (target.type()) {
            case INT -> json.writeNumber(row.getInt(column));
            case LONG -> longOrDate(json, row, column);
            case FLOAT -> floating(json, row.getFloat(column));
            case DOUBLE -> doubling(json, row.getDouble(column));
            case BOOL -> json.writeBoolean(row.getBoolean(column));
            case STRING -> json.writeString(row.getString(column));
            case OBJECT -> object(json, row.get(column));
        }
    }

    /** Writes the time of the event, as text when there is a general date format. */
    void time(JsonGenerator json, Row row) throws IOException {
        if (dates.general() == null) {
            json.writeNumber(row.timestamp());
        } else {
            json.writeString(dates.general().format(row.timestamp()));
        }
    }

    private void longOrDate(JsonGenerator json, Row row, int column) throws IOException {
        long value = row.getLong(column);
        if (dates.isDate(column)) {
            json.writeString(dates.format(column, value));
        } else {
            json.writeNumber(value);
        }
    }

    private void floating(JsonGenerator json, float value) throws IOException {
        if (!Float.isFinite(value)) {
            json.writeNull();
            return;
        }
        number.setLength(0);
        DecimalText.append(number, value);
        writeNumber(json);
    }

    private void doubling(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        number.setLength(0);
        DecimalText.append(number, value);
        writeNumber(json);
    }

    private void writeNumber(JsonGenerator json) throws IOException {
        int length = number.length();
        if (length > digits.length) {
            digits = new char[length];
        }
        number.getChars(0, length, digits, 0);
        json.writeNumber(digits, 0, length);
    }

    private void object(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                object(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> values) {
            json.writeStartArray();
            for (Object each : values) {
                object(json, each);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number some) {
            number(json, some);
        } else {
            json.writeString(value.toString());
        }
    }

    private void number(JsonGenerator json, Number value) throws IOException {
        if (value instanceof Double some) {
            doubling(json, some);
        } else if (value instanceof Float some) {
            floating(json, some);
        } else {
            json.writeNumber(value.toString());
        }
    }

    /** Leads the generator's bytes into the buffer of the present message. */
    private static final class Target extends OutputStream {

        private PayloadBuffer buffer; // written by the thread that maps; null between messages

        @Override
        public void write(int value) {
            buffer.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            buffer.write(bytes, offset, length);
        }
    }
}
