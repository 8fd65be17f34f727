package eventflux.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

    @ParameterizedTest
    @CsvSource({
        "INT, 12, Integer 12",
        "INT, 12.5, nothing",
        "INT, 3000000000, nothing",
        "LONG, 3000000000, Long 3000000000",
        "DOUBLE, 12, Double 12.0",
        "DOUBLE, x, nothing",
        "BOOL, TRUE, Boolean true",
        "BOOL, yes, nothing",
        "STRING, any text, String any text",
        "TIME, 500, Long 500",
        "TIME, 100ms, Long 100",
        "TIME, 5 sec, Long 5000",
        "TIME, 1 hour 25 min, Long 5100000",
        "TIME, 2 Days, Long 172800000",
        "TIME, 5 parsecs, nothing",
        "TIME, 5 sec and more, nothing",
        "TIME, -5 sec, nothing",
        "TIME, 999999999999999999 weeks, nothing",
        "INT TIME, 5 sec, Long 5000",
        "INT TIME, 5, Integer 5"
    })
    void readsATextAsTheFirstTypeThatTakesIt(String types, String text, String value) {
        assertThat(ParameterValues.read(text, parameter(types, "")).map(ParameterValuesTest::print))
                .hasToString(value.equals("nothing") ? "Optional.empty" : "Optional[" + value + "]");
    }

    @ParameterizedTest
    @CsvSource({"INT, 5, false", "INT, five, true", "TIME, 5 sec, false", "INT, '', false"})
    void findsDefaultsThatTheParameterDoesNotTake(String types, String text, boolean isWrong) {
        assertThat(ParameterValues.hasWrongDefault(parameter(types, text))).isEqualTo(isWrong);
    }

    private static String print(Object value) {
        return value.getClass().getSimpleName() + " " + value;
    }

    private static ParameterDescriptor parameter(String types, String defaultValue) {
        List<ParameterType> read =
                Arrays.stream(types.split(" ")).map(ParameterType::valueOf).collect(Collectors.toList());
        return new ParameterDescriptor("p", read, "", true, defaultValue, false, false, List.of());
    }
}
