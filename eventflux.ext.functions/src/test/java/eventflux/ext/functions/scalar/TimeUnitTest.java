package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeUnitTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void addsDaysByTheCalendarOfTheZone() {
        long beforeTheHourIsSkipped = millis("2026-03-28T11:00:00Z");

        assertThat(new TimeUnit("day").add(beforeTheHourIsSkipped, 1, BERLIN))
                .isEqualTo(millis("2026-03-29T10:00:00Z"));
        assertThat(new TimeUnit("hours").add(beforeTheHourIsSkipped, 24, BERLIN))
                .isEqualTo(millis("2026-03-29T11:00:00Z"));
    }

    @Test
    void findsWhereAUnitBegins() {
        long time = millis("2026-08-20T13:14:15.678Z");

        assertThat(new TimeUnit("week").begin(time, ZoneOffset.UTC)).isEqualTo(millis("2026-08-17T00:00:00Z"));
        assertThat(new TimeUnit("quarter").begin(time, ZoneOffset.UTC)).isEqualTo(millis("2026-07-01T00:00:00Z"));
        assertThat(new TimeUnit("month").begin(time, BERLIN)).isEqualTo(millis("2026-07-31T22:00:00Z"));
    }

    @Test
    void takesAPointInTimeApart() {
        long sunday = millis("2026-08-16T23:59:59.999Z");

        assertThat(new TimeUnit("dow").part(sunday, ZoneOffset.UTC)).isEqualTo(1);
        assertThat(new TimeUnit("dow").part(sunday, BERLIN)).isEqualTo(2);
        assertThat(new TimeUnit("quarter").part(sunday, ZoneOffset.UTC)).isEqualTo(3);
        assertThat(new TimeUnit("milliseconds").part(sunday, ZoneOffset.UTC)).isEqualTo(999);
    }

    @Test
    void countsWholeUnits() {
        long from = millis("2026-01-31T00:00:00Z");

        assertThat(new TimeUnit("months").between(from, millis("2026-02-28T00:00:00Z"), ZoneOffset.UTC))
                .isZero();
        assertThat(new TimeUnit("days").between(from, millis("2026-02-28T23:00:00Z"), ZoneOffset.UTC))
                .isEqualTo(28);
    }

    private static long millis(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
