package eventflux.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The mains print what their text says. */
class EmbeddedTest {

    @Test
    void printsTheAverageOfTheLastThreeTrades() {
        assertThat(printed(AveragePrices::main))
                .containsExactly("ACME 10.0 100", "ACME 11.0 150", "INIT 7.5 10", "ACME 13.0 75");
    }

    @Test
    void printsTheLargeTradesOfColumns() {
        assertThat(printed(ColumnsOfTrades::main)).containsExactly("ACME 1000.0", "ACME 600.0");
    }

    private static List<String> printed(Consumer<String[]> main) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            main.accept(new String[0]);
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
