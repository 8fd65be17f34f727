package eventflux.bench.json;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The same by hand: a parser for each line, one generator for all. Used by one thread. */
final class JacksonCsvLoop {

    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumn("symbol")
            .addNumberColumn("price")
            .addNumberColumn("volume")
            .build()
            .withLineSeparator("");

    private final CsvFactory factory = new CsvFactory();
    private final Reused bytes = new Reused();
    private final CsvGenerator generator;
    private final Received received = new Received();
    private final double lowest;

    /** A loop that lets rows of at least this price pass. */
    JacksonCsvLoop(double lowest) throws IOException {
        this.lowest = lowest;
        this.generator = factory.createGenerator(bytes);
        generator.setSchema(COLUMNS);
    }

    Received received() {
        return received;
    }

    void process(byte[] message) throws IOException {
        String symbol = null;
        double price = 0;
        long volume = 0;
        try (CsvParser parser = factory.createParser(message)) {
            parser.setSchema(COLUMNS);
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
