package eventflux.ext.functions.scalar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A unit of time by name, in the singular or plural. */
public final class TimeUnit {

    private final Unit unit;

    /** Looks a unit up. */
    public TimeUnit(String name) {
        unit = Arrays.stream(Unit.values())
                .filter(known -> known.isNamed(name.strip()))
                .findFirst()
                .orElseThrow(() -> FunctionError.BAD_TIME_UNIT.with("unit", name, "units", Unit.NAMES));
    }

    private enum Unit {
        MILLISECOND("millisec", "ms"),
        SECOND("sec"),
        MINUTE("min"),
        HOUR("hour"),
        DAY("dayofmonth"),
        WEEK("week"),
        MONTH("month"),
        QUARTER("quarter"),
        YEAR("year"),
        DAY_OF_WEEK("dow"),
        DAY_OF_YEAR("doy"),
        EPOCH("epoch");

        static final String NAMES = Arrays.stream(values())
                .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));

        private final String[] others;

        Unit(String... others) {
            this.others = others;
        }

        boolean isNamed(String name) {
            return name.equalsIgnoreCase(name())
                    || name.equalsIgnoreCase(name() + "s")
                    || Arrays.stream(others).anyMatch(name::equalsIgnoreCase);
        }
    }

    /** So many of it later. */
    long add(long time, long amount, ZoneId zone) {
        ZonedDateTime from = at(time, zone);
        ZonedDateTime later = switch (unit) {
            case MILLISECOND -> from.plus(amount, ChronoUnit.MILLIS);
            case SECOND, EPOCH -> from.plusSeconds(amount);
            case MINUTE -> from.plusMinutes(amount);
            case HOUR -> from.plusHours(amount);
            case DAY, DAY_OF_WEEK, DAY_OF_YEAR -> from.plusDays(amount);
            case WEEK -> from.plusWeeks(amount);
            case MONTH -> from.plusMonths(amount);
            case QUARTER -> from.plus(amount, IsoFields.QUARTER_YEARS);
            case YEAR -> from.plusYears(amount);
        };
        return later.toInstant().toEpochMilli();
    }

    /** This part of a point in time; weeks are those of ISO 8601, and Sunday is the first day of a week. */
    long part(long time, ZoneId zone) {
        ZonedDateTime at = at(time, zone);
        return switch (unit) {
            case MILLISECOND -> at.getNano() / 1_000_000;
            case SECOND -> at.getSecond();
            case MINUTE -> at.getMinute();
            case HOUR -> at.getHour();
            case DAY -> at.getDayOfMonth();
            case WEEK -> at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> at.getMonthValue();
            case QUARTER -> at.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> at.getYear();
            case DAY_OF_WEEK -> at.getDayOfWeek().getValue() % DayOfWeek.values().length + 1;
            case DAY_OF_YEAR -> at.getDayOfYear();
            case EPOCH -> Math.floorDiv(time, 1_000);
        };
    }

    /** Where the unit that a point in time lies in begins; weeks begin on Monday. */
    long begin(long time, ZoneId zone) {
        ZonedDateTime at = at(time, zone);
        ZonedDateTime begin = switch (unit) {
            case MILLISECOND -> at;
            case SECOND, EPOCH -> at.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY, DAY_OF_WEEK, DAY_OF_YEAR -> at.with(LocalTime.MIDNIGHT);
            case WEEK ->
                at.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(LocalTime.MIDNIGHT);
            case MONTH -> at.withDayOfMonth(1).with(LocalTime.MIDNIGHT);
            case QUARTER ->
                at.with(Month.from(at).firstMonthOfQuarter()).withDayOfMonth(1).with(LocalTime.MIDNIGHT);
            case YEAR -> at.withDayOfYear(1).with(LocalTime.MIDNIGHT);
        };
        return begin.toInstant().toEpochMilli();
    }

    /** How many whole ones lie between two points in time. */
    long between(long from, long to, ZoneId zone) {
        ZonedDateTime start = at(from, zone);
        ZonedDateTime end = at(to, zone);
        return switch (unit) {
            case MILLISECOND -> Duration.between(start, end).toMillis();
            case SECOND, EPOCH -> Duration.between(start, end).toSeconds();
            case MINUTE -> Duration.between(start, end).toMinutes();
            case HOUR -> Duration.between(start, end).toHours();
            case DAY, DAY_OF_WEEK, DAY_OF_YEAR -> ChronoUnit.DAYS.between(start, end);
            case WEEK -> ChronoUnit.WEEKS.between(start, end);
            case MONTH -> ChronoUnit.MONTHS.between(start, end);
            case QUARTER -> IsoFields.QUARTER_YEARS.between(start, end);
            case YEAR -> ChronoUnit.YEARS.between(start, end);
        };
    }

    private static ZonedDateTime at(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone);
    }
}
