package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateFunctionsTest {

    private static final long TIME = millis("2024-02-29T15:04:05.678Z");

    @Test
    void writesByEitherKindOfPattern() {
        assertThat(DateFunctions.formatDate(TIME, new DatePattern("dd.MM.yyyy HH:mm")))
                .isEqualTo("29.02.2024 15:04");
        assertThat(DateFunctions.formatDate(TIME, new DatePattern("%Y-%m-%d %H:%M:%S")))
                .isEqualTo("2024-02-29 15:04:05");
        assertThat(DateFunctions.formatDate(TIME, new DatePattern("%a %d %b at %I o'clock %p, 100%%")))
                .isEqualTo("Thu 29 Feb at 03 o'clock PM, 100%");
        assertThat(DateFunctions.formatDate(TIME, new DatePattern("iso"))).isEqualTo("2024-02-29T15:04:05.678Z");
    }

    @Test
    void readsWhatItWrites() {
        for (String pattern : new String[] {"iso", "yyyyMMdd HHmmss.SSS", "%F %T.%L", "%d %B %Y, %H:%M:%S.%f"}) {
            assertThat(DateFunctions.parseDate(
                            DateFunctions.formatDate(TIME, new DatePattern(pattern)), new DatePattern(pattern)))
                    .as(pattern)
                    .isEqualTo(TIME);
        }
    }

    @Test
    void readsADayAsItsMidnight() {
        assertThat(DateFunctions.parseDate("29.02.2024", new DatePattern("dd.MM.yyyy")))
                .isEqualTo(millis("2024-02-29T00:00:00Z"));
    }

    @Test
    void answersNullForATextThatIsNoDate() {
        assertThat(DateFunctions.parseDate("30.02.2024", new DatePattern("dd.MM.yyyy")))
                .isNull();
        assertThat(DateFunctions.parseDate("", new DatePattern("dd.MM.yyyy"))).isNull();
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatThrownBy(() -> DateFunctions.formatDate(TIME, new DatePattern("nonsense {")))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.BAD_DATE_PATTERN));
        assertThatThrownBy(() -> DateFunctions.parseDate("x", new DatePattern("%Q")))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.BAD_DATE_PATTERN));
        assertThatThrownBy(() -> DateFunctions.parseDate("x", new DatePattern("%Y%")))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.BAD_DATE_PATTERN));
    }

    @Test
    void addsUnitsOfTheCalendar() {
        assertThat(DateFunctions.dateAdd(TIME, 1, new TimeUnit("day"))).isEqualTo(millis("2024-03-01T15:04:05.678Z"));
        assertThat(DateFunctions.dateAdd(TIME, -90, new TimeUnit("Minutes")))
                .isEqualTo(millis("2024-02-29T13:34:05.678Z"));
        assertThat(DateFunctions.dateAdd(TIME, 1, new TimeUnit("years"))).isEqualTo(millis("2025-02-28T15:04:05.678Z"));
        assertThat(DateFunctions.dateAdd(TIME, 22, new TimeUnit("milliseconds")))
                .isEqualTo(millis("2024-02-29T15:04:05.700Z"));
    }

    @Test
    void refusesAUnitThatIsNone() {
        assertThatThrownBy(() -> DateFunctions.dateAdd(TIME, 1, new TimeUnit("fortnights")))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.BAD_TIME_UNIT));
    }

    private static long millis(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
