package eventflux.bench.json;

import com.fasterxml.jackson.core.FormatSchema;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The same by hand: a parser for each message, one generator for all. Used by one thread. */
final class JacksonLoop {

    private final JsonFactory factory;
    private final FormatSchema schema; // null for a format that needs none
    private final Reused bytes = new Reused();
    private final JsonGenerator generator;
    private final Received received = new Received();
    private final double lowest;

    private JacksonLoop(JsonFactory factory, FormatSchema schema, double lowest) throws IOException {
        this.factory = factory;
        this.schema = schema;
        this.lowest = lowest;
        this.generator = factory.createGenerator(bytes);
        if (schema != null) {
            generator.setSchema(schema);
        }
    }

    /** A loop over documents that lets rows of at least this price pass. */
    static JacksonLoop overJson(double lowest) throws IOException {
        JsonFactory factory =
                new JsonFactoryBuilder().rootValueSeparator((String) null).build();
        return new JacksonLoop(factory, null, lowest);
    }

    /** A loop over lines that lets rows of at least this price pass. */
    static JacksonLoop overCsv(double lowest) throws IOException {
        CsvSchema columns = CsvSchema.builder()
                .addColumn("symbol")
                .addNumberColumn("price")
                .addNumberColumn("volume")
                .build()
                .withLineSeparator("");
        return new JacksonLoop(new CsvFactory(), columns, lowest);
    }

    Received received() {
        return received;
    }

    void process(byte[] message) throws IOException {
        String symbol = null;
        double price = 0;
        long volume = 0;
        try (JsonParser parser = factory.createParser(message)) {
            if (schema != null) {
                parser.setSchema(schema);
            }
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "symbol" -> symbol = parser.getText();
                    case "price" -> price = parser.getValueAsDouble();
                    case "volume" -> volume = parser.getValueAsLong();
                    default -> parser.skipChildren();
                }
            }
        }
        if (price >= lowest) {
            write(symbol, price, volume);
        }
    }

    private void write(String symbol, double price, long volume) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("symbol", symbol);
        generator.writeNumberField("price", price);
        generator.writeNumberField("volume", volume);
        generator.writeEndObject();
        generator.flush();
        received.add(bytes.array(), 0, bytes.size());
        bytes.reset();
    }

    /** Shows its bytes without a copy. */
    private static final class Reused extends ByteArrayOutputStream {

        byte[] array() {
            return buf;
        }
    }
}
