package eventflux.core.compile.code.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextParsingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "+7, 7",
        "-7, -7",
        "' 12 ', 12",
        "007, 7",
        "-2147483648, -2147483648",
        "2147483647, 2147483647"
    })
    void readsWholeNumbers(String text, int number) {
        assertThat(TextParsing.isInt(text)).isTrue();
        assertThat(TextParsing.toInt(text)).isEqualTo(number);
        assertThat(TextParsing.toLong(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                "1.0",
                "1e3",
                "0x10",
                "1 2",
                "--1",
                "٣",
                "2147483648",
                "-2147483649",
                "99999999999999999999"
            })
    void refusesWhatIsNoInt(String text) {
        assertThat(TextParsing.isInt(text)).isFalse();
    }

    @Test
    void readsTheLargestAndTheSmallestLong() {
        assertThat(TextParsing.isLong("9223372036854775807")).isTrue();
        assertThat(TextParsing.toLong("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(TextParsing.isLong("-9223372036854775808")).isTrue();
        assertThat(TextParsing.toLong("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-9223372036854775809", "92233720368547758070", "18446744073709551616"})
    void refusesWhatIsNoLong(String text) {
        assertThat(TextParsing.isLong(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1.5",
                " -1.5 ",
                ".5",
                "5.",
                "+1e3",
                "1E-3",
                "1.5e+10",
                "NaN",
                "-Infinity",
                "Infinity",
                "1e308"
            })
    void readsDecimals(String text) {
        assertThat(TextParsing.isDouble(text)).isTrue();
        assertThat(TextParsing.toDouble(text)).isEqualTo(Double.valueOf(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "e3", "1e", "1e+", "1d", "1f", "0x1p3", "1,5", "nan", "Infinit", "1e309", "-1e400", "1.2.3"
            })
    void refusesWhatIsNoDecimal(String text) {
        assertThat(TextParsing.isDouble(text)).isFalse();
        assertThat(TextParsing.isFloat(text)).isFalse();
    }

    @Test
    void aFloatIsRefusedWhereOnlyADoubleFits() {
        assertThat(TextParsing.isFloat("3.4e38")).isTrue();
        assertThat(TextParsing.isFloat("3.5e38")).isFalse();
        assertThat(TextParsing.isFloat("9".repeat(39))).isFalse();
        assertThat(TextParsing.isDouble("9".repeat(308))).isTrue();
        assertThat(TextParsing.isDouble("9".repeat(310))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "1, true", "Yes, true", "' no ', false", "0, false", "False, false"})
    void readsTruthValues(String text, boolean truth) {
        assertThat(TextParsing.isBoolean(text)).isTrue();
        assertThat(TextParsing.toBoolean(text)).isEqualTo(truth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "y", "on", "truee"})
    void refusesWhatIsNoTruthValue(String text) {
        assertThat(TextParsing.isBoolean(text)).isFalse();
    }
}
