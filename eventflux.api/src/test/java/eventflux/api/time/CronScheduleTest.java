package eventflux.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String after(String expression, String time) {
        long next = CronSchedule.parse(expression, UTC).nextAfter(millis(time));
        return next == CronSchedule.NEVER ? "never" : Instant.ofEpochMilli(next).toString();
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*/5 * * * * ?; 2026-01-01T00:00:00Z; 2026-01-01T00:00:05Z",
                "*/5 * * * * ?; 2026-01-01T00:00:57.900Z; 2026-01-01T00:01:00Z",
                "0 0/15 9-17 ? * MON-FRI; 2026-11-20T17:45:00Z; 2026-11-23T09:00:00Z",
                "0 15 10 ? * 6L; 2026-11-01T00:00:00Z; 2026-11-27T10:15:00Z",
                "0 0 0 ? * MON#2; 2026-11-10T00:00:00Z; 2026-12-14T00:00:00Z",
                "0 0 12 L * ?; 2026-02-01T00:00:00Z; 2026-02-28T12:00:00Z",
                "0 0 12 L-3 * ?; 2026-02-01T00:00:00Z; 2026-02-25T12:00:00Z",
                "0 0 12 LW * ?; 2026-05-01T00:00:00Z; 2026-05-29T12:00:00Z",
                "0 0 12 1W * ?; 2026-08-01T00:00:00Z; 2026-08-03T12:00:00Z",
                "0 0 12 15W * ?; 2026-11-01T00:00:00Z; 2026-11-16T12:00:00Z",
                "0 0 0 29 2 ?; 2026-01-01T00:00:00Z; 2028-02-29T00:00:00Z",
                "0 0 0 1 JAN,jul ? 2030; 2026-01-01T00:00:00Z; 2030-01-01T00:00:00Z",
                "0 0 22-2 * * ?; 2026-01-01T02:30:00Z; 2026-01-01T22:00:00Z",
                "0 0 0 ? * FRI-MON; 2026-11-17T00:00:00Z; 2026-11-20T00:00:00Z",
                "0 0 0 13 * FRI; 2026-11-01T00:00:00Z; 2026-11-06T00:00:00Z",
                "30 10/20 5 * * ?; 2026-01-01T05:11:00Z; 2026-01-01T05:30:30Z",
                "0 0 0 30 2 ?; 2026-01-01T00:00:00Z; never",
                "0 0 0 1 1 ? 2020; 2026-01-01T00:00:00Z; never"
            })
    void namesTheNextTime(String expression, String time, String next) {
        assertThat(after(expression, time)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * * *",
                "* * * * * * * *",
                "60 * * * * ?",
                "* * 24 * * ?",
                "* * * 0 * ?",
                "* * * * 13 ?",
                "* * * * FOO ?",
                "* * * ? * 8",
                "*/0 * * * * ?",
                "a * * * * ?",
                "1- * * * * ?",
                ", * * * * ?",
                "* * * ? * MON#6"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CronSchedule.parse(text, UTC));
    }

    @Test
    void leavesOutTimesThatDoNotExistAndTakesThoseTwiceThatComeTwice() {
        CronSchedule half = CronSchedule.parse("0 30 2 * * ?", BERLIN);
        CronSchedule hourly = CronSchedule.parse("0 0 * * * ?", BERLIN);

        assertThat(Instant.ofEpochMilli(half.nextAfter(millis("2026-03-28T12:00:00Z"))))
                .isEqualTo("2026-03-30T00:30:00Z");
        assertThat(Instant.ofEpochMilli(hourly.nextAfter(millis("2026-10-25T00:00:00Z"))))
                .isEqualTo("2026-10-25T01:00:00Z");
        assertThat(Instant.ofEpochMilli(hourly.nextAfter(millis("2026-10-25T01:00:00Z"))))
                .isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void agreesWithTryingEverySecond() {
        List<String> expressions =
                List.of("*/7 * * * * ?", "5,10 */13 * * * ?", "0 59 23 * * ?", "1 2 3 ? * 2-6", "59 0/10 1/5 1/2 * ?");
        SplittableRandom random = new SplittableRandom(3);
        for (String expression : expressions) {
            List<Long> tried = new ArrayList<>();
            List<Long> named = new ArrayList<>();
            CronSchedule schedule = CronSchedule.parse(expression, UTC);
            long start = millis("2026-01-30T00:00:00Z") + random.nextInt(86_400) * 1_000L;
            long end = start + 3 * 86_400_000L;
            for (long time = start + 1_000; time <= end; time += 1_000) {
                if (fits(expression, LocalDateTime.ofInstant(Instant.ofEpochMilli(time), UTC))) {
                    tried.add(time);
                }
            }
            for (long time = schedule.nextAfter(start); time <= end; time = schedule.nextAfter(time)) {
                named.add(time);
            }
            assertThat(named).as(expression).isEqualTo(tried);
        }
    }

    private static boolean fits(String expression, LocalDateTime time) {
        String[] fields = expression.split(" ");
        return CronField.SECONDS.parse(fields[0]).get(time.getSecond())
                && CronField.MINUTES.parse(fields[1]).get(time.getMinute())
                && CronField.HOURS.parse(fields[2]).get(time.getHour())
                && CronDays.parse(fields[3], fields[5]).contain(time.toLocalDate());
    }
}
