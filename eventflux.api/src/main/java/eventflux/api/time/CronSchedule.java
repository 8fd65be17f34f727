package eventflux.api.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Points in time by a Quartz cron expression: seconds, minutes, hours, day of the month, month, day of the week and, at will,
 * years. Each field is {@code *}, a number, a range {@code a-b}, steps {@code a/n}, {@code a-b/n} or {@code *}{@code /n}, or a list
 * of these; months and days of the week may be named, days of the week count from 1 for Sunday. Days may be {@code ?}, which is
 * {@code *}; days of the month {@code L}, {@code L-n}, {@code nW} and {@code LW}; days of the week {@code nL} and {@code n#k}. When
 * both day fields say something, a day that fits one of them will do. {@code CRON_TZ=Europe/Berlin} before the fields says
 * whose clocks they go by.
 *
 * <p>When clocks are put forward, times that do not exist are left out; when they are put back, times that come twice are taken
 * twice. Immutable.
 */
public final class CronSchedule {

    /** No further time. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final String ZONE_PREFIX = "CRON_TZ=";
    private static final int SEARCHED_YEARS = 100;

    private final String text;
    private final ZoneId zone;
    private final BitSet seconds;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet months;
    private final BitSet years;
    private final CronDays days;

    private CronSchedule(String text, ZoneId zone, List<String> fields) {
        this.text = text;
        this.zone = zone;
        this.seconds = CronField.SECONDS.parse(fields.get(0));
        this.minutes = CronField.MINUTES.parse(fields.get(1));
        this.hours = CronField.HOURS.parse(fields.get(2));
        this.days = CronDays.parse(fields.get(3), fields.get(5));
        this.months = CronField.MONTHS.parse(fields.get(4));
        this.years = fields.size() > 6 ? CronField.YEARS.parse(fields.get(6)) : new BitSet();
    }

    /**
     * Reads an expression.
     *
     * @param zone whose clocks it goes by unless it says so itself
     * @throws IllegalArgumentException with a sentence for the author when it is none
     */
    public static CronSchedule parse(String text, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        List<String> words = List.of(text.strip().split("\\s+"));
        if (words.get(0).startsWith(ZONE_PREFIX)) {
            return parse(text, zoneOf(words.get(0).substring(ZONE_PREFIX.length())), words.subList(1, words.size()));
        }
        return parse(text, zone, words);
    }

    private static CronSchedule parse(String text, ZoneId zone, List<String> fields) {
        if (fields.size() < 6 || fields.size() > 7) {
            throw new IllegalArgumentException(
                    "A cron expression has 6 or 7 fields (seconds, minutes, hours, day of the month,"
                            + " month, day of the week, year), and '" + text + "' has "
                            + (text.isBlank() ? 0 : fields.size()) + ".");
        }
        return new CronSchedule(text, zone, fields);
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone '" + name + "'.", e);
        }
    }

    /** The first point in time after another, epoch milliseconds; {@link #NEVER} when there is none within a hundred years. */
    public long nextAfter(long millis) {
        long from = millis;
        long last = Instant.ofEpochMilli(millis)
                .plus(366L * SEARCHED_YEARS, ChronoUnit.DAYS)
                .toEpochMilli();
        while (from < last) {
            Instant instant = Instant.ofEpochMilli(from);
            ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
            boolean isAtChange = change != null && change.toEpochSecond() * 1_000 == from + 1;
            ZoneOffset offset =
                    isAtChange ? change.getOffsetAfter() : zone.getRules().getOffset(instant);
            ZoneOffsetTransition end = isAtChange ? zone.getRules().nextTransition(change.getInstant()) : change;
            LocalDateTime next = nextLocal(LocalDateTime.ofInstant(instant, offset));
            long found = next == null ? NEVER : next.toInstant(offset).toEpochMilli();
            if (end == null || found < end.toEpochSecond() * 1_000) {
                return found;
            }
            from = end.toEpochSecond() * 1_000 - 1;
        }
        return NEVER;
    }

    private LocalDateTime nextLocal(LocalDateTime after) {
        LocalDateTime time = after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        int lastYear = time.getYear() + SEARCHED_YEARS;
        while (time.getYear() <= lastYear) {
            LocalDateTime later = skip(time);
            if (later.equals(time)) {
                return time;
            }
            time = later;
        }
        return null;
    }

    /** The same time when it fits, otherwise a later one before which none fits. */
    private LocalDateTime skip(LocalDateTime time) {
        if (!years.isEmpty() && !years.get(time.getYear())) {
            return time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).plusYears(1);
        }
        if (!months.get(time.getMonthValue())) {
            return time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
        }
        if (!days.contain(time.toLocalDate())) {
            return time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        }
        if (!hours.get(time.getHour())) {
            return time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        if (!minutes.get(time.getMinute())) {
            return time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        }
        int second = seconds.nextSetBit(time.getSecond());
        return second < 0 ? time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1) : time.withSecond(second);
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
