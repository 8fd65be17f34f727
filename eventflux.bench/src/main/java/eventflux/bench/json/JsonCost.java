package eventflux.bench.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Prints what a message costs that is read from JSON, filtered, and written as JSON if it passes, beside a loop by hand over Jackson's
 * parser and generator. Both take turns on one thread; what they write is compared first. Run as {@code eventflux.bench/bench json}.
 */
public final class JsonCost {

    private static final double LOWEST_PRICE = 500;
    private static final String TEXT = """
            @source(type='wire', @map(type='json'))
            define stream Trades (symbol string, price double, volume long);
            @sink(type='wire', @map(type='json'))
            define stream Results (symbol string, price double, volume long);
            from Trades[price >= %s] select symbol, price, volume insert into Results;
            """.formatted(LOWEST_PRICE);
    private static final int MESSAGES = 1 << 14;

    private JsonCost() {}

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a message can't be read or written
     */
    public static void main(String[] args) throws IOException {
        JacksonLoop loop = JacksonLoop.overJson(LOWEST_PRICE);
        new FormatCost("W13 JSON in, filter, JSON out", "JSON in, filter, JSON out")
                .run(TEXT, messages(), loop::process, loop.received(), args);
    }

    private static byte[][] messages() {
        SplittableRandom random = new SplittableRandom(13);
        byte[][] messages = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            messages[i] = "{\"symbol\":\"S%03d\",\"price\":%s,\"volume\":%d}"
                    .formatted(random.nextInt(1_000), random.nextInt(8_000) / 8.0, random.nextInt(10_000))
                    .getBytes(StandardCharsets.UTF_8);
        }
        return messages;
    }
}
