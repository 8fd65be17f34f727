package eventflux.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AveragePricesTest {

    @Test
    void printsTheAverageOfTheLastThreeTrades() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            AveragePrices.main(new String[0]);
        } finally {
            System.setOut(standard);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("ACME 10.0 100", "ACME 11.0 150", "INIT 7.5 10", "ACME 13.0 75");
    }
}
