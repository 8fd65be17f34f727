package eventflux.bench.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Prints what a line costs that is read from CSV, filtered, and written as CSV if it passes, beside a loop by hand over Jackson's parser and
 * generator of CSV. Both take turns on one thread; what they write is compared first. Run as {@code eventflux.bench/bench csv}.
 */
public final class CsvCost {

    private static final double LOWEST_PRICE = 500;
    private static final String TEXT = """
            @source(type='wire', @map(type='csv', header='false'))
            define stream Trades (symbol string, price double, volume long);
            @sink(type='wire', @map(type='csv', header='false'))
            define stream Results (symbol string, price double, volume long);
            from Trades[price >= %s] select symbol, price, volume insert into Results;
            """.formatted(LOWEST_PRICE);
    private static final int MESSAGES = 1 << 14;

    private CsvCost() {}

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a line can't be read or written
     */
    public static void main(String[] args) throws IOException {
        JacksonLoop loop = JacksonLoop.overCsv(LOWEST_PRICE);
        new FormatCost("CSV in, filter, CSV out", "CSV in, filter, CSV out")
                .run(TEXT, messages(), loop::process, loop.received(), args);
    }

    private static byte[][] messages() {
        SplittableRandom random = new SplittableRandom(13);
        byte[][] messages = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            messages[i] = "S%03d,%s,%d"
                    .formatted(random.nextInt(1_000), random.nextInt(8_000) / 8.0, random.nextInt(10_000))
                    .getBytes(StandardCharsets.UTF_8);
        }
        return messages;
    }
}
