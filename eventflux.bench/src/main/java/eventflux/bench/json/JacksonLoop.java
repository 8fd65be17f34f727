package eventflux.bench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The same by hand: a parser for each message, one generator for all. Used by one thread. */
final class JacksonLoop {

    private final JsonFactory factory =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();
    private final Reused bytes = new Reused();
    private final JsonGenerator generator;
    private final Received received = new Received();
    private final double lowest;

    /** A loop that lets rows of at least this price pass. */
    JacksonLoop(double lowest) throws IOException {
        this.lowest = lowest;
        this.generator = factory.createGenerator(bytes);
    }

    Received received() {
        return received;
    }

    void process(byte[] message) throws IOException {
        String symbol = null;
        double price = 0;
        long volume = 0;
        try (JsonParser parser = factory.createParser(message)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "symbol" -> symbol = parser.getText();
                    case "price" -> price = parser.getDoubleValue();
                    case "volume" -> volume = parser.getLongValue();
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
