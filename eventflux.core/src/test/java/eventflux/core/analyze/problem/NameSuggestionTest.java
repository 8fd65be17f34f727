package eventflux.core.analyze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "prize, price",
        "pric, price",
        "pricee, price",
        "PRICE, price",
        "agv, avg",
        "smybol, symbol",
        "tiemBatch, timeBatch",
        "p, P"
    })
    void findsTheNearestName(String word, String expected) {
        List<String> names = List.of("age", "price", "avg", "symbol", "timeBatch", "P");

        assertThat(NameSuggestion.nearest(word, names)).contains(expected);
    }

    @Test
    void saysNothingWhereAllNamesAreFar() {
        assertThat(NameSuggestion.nearest("volume", List.of("price", "v", "symbol")))
                .isEmpty();
        assertThat(NameSuggestion.nearest("x", List.of("y"))).isEmpty();
        assertThat(NameSuggestion.nearest("x".repeat(1_000), List.of("x".repeat(999))))
                .isEmpty();
    }

    @Test
    void neverSuggestsTheWordItself() {
        assertThat(NameSuggestion.nearest("price", List.of("price", "prices"))).contains("prices");
    }
}
