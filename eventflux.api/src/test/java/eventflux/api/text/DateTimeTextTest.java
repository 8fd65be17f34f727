package eventflux.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2018-02-07, 2018-02-07T00:00:00Z",
        "2018-02-07T01:02, 2018-02-07T01:02:00Z",
        "2018-02-07 01:02:03, 2018-02-07T01:02:03Z",
        "2018-02-07T01:02:03.4567Z, 2018-02-07T01:02:03.456Z",
        "2018-02-07t01:02:03z, 2018-02-07T01:02:03Z",
        "2018-02-07T01:02:03+01:00, 2018-02-07T00:02:03Z",
        "2018-02-07T01:02:03-0530, 2018-02-07T06:32:03Z",
        "2018-02-07T01:02:03+01, 2018-02-07T00:02:03Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z"
    })
    void readsIso(String text, Instant expected) {
        assertThat(DateTimeText.of("iso").parseMillis(text)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy/MM/dd HH:mm, 2001/01/31 00:47, 2001-01-31T00:47:00Z",
        "MMM d yyyy, Sep 1 2000, 2000-09-01T00:00:00Z",
        "MMM d yyyy, JAN 12 2000, 2000-01-12T00:00:00Z",
        "MM/dd/yyyy h:mm a, 02/29/2024 12:05 AM, 2024-02-29T00:05:00Z",
        "yyyy-MM, 2010-03, 2010-03-01T00:00:00Z",
        "yyyyMMddHHmmssSSS, 20240102030405678, 2024-01-02T03:04:05.678Z",
        "yyyy-MM-dd HH VV, 2024-07-01 12 Europe/Paris, 2024-07-01T10:00:00Z",
        "uuuu-DDD, 2024-060, 2024-02-29T00:00:00Z"
    })
    void readsPatterns(String pattern, String text, Instant expected) {
        assertThat(DateTimeText.of(pattern).parseMillis(text)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-02-30", "2018-02-07T24:00", "2018-02-07T", "07.02.2018", "", "2018-02-07 01:02:03 x"})
    void refusesWhatIsNotInTheCalendar(String text) {
        assertThatThrownBy(() -> DateTimeText.iso().parseMillis(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void refusesATextWithoutADate() {
        assertThatThrownBy(() -> DateTimeText.of("HH:mm").parseMillis("10:15"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("10:15");
    }

    @Test
    void refusesWhatIsNoPattern() {
        assertThatIllegalArgumentException().isThrownBy(() -> DateTimeText.of("yyyy-bb"));
    }

    @Test
    void printsInUtc() {
        assertThat(DateTimeText.iso().format(0)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(DateTimeText.of("yyyy/MM/dd HH:mm").format(978_310_020_000L)).isEqualTo("2001/01/01 00:47");
    }
}
