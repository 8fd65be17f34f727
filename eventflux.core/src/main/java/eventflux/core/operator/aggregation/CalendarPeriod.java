package eventflux.core.operator.aggregation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * The periods of one length in a time zone: seconds to years, weeks from Monday. Remembers the one that was asked for last, so
 * that rows in the order of time cost a comparison. Used by the thread that owns the application.
 */
public final class CalendarPeriod {

    private static final long DAY_MILLIS = 86_400_000;

    private final ChronoUnit unit;
    private final ZoneId zone;
    private final ZoneRules rules;
    private final boolean isFixed;
    private final long fixedOffset;
    // Both are written by the thread that owns the application; no moment lies in this first period.
    private long start = 1;
    private long end;

    /**
     * The periods of a unit.
     *
     * @param unit SECONDS, MINUTES, HOURS, DAYS, WEEKS, MONTHS or YEARS
     * @param zone whose clocks they go by
     */
    public CalendarPeriod(ChronoUnit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = zone;
        this.rules = zone.getRules();
        this.isFixed = rules.isFixedOffset();
        this.fixedOffset = isFixed ? millis(rules.getOffset(Instant.EPOCH)) : 0;
    }

    /** These periods, or minutes where they are shorter. */
    CalendarPeriod atLeastMinutes() {
        return unit.compareTo(ChronoUnit.MINUTES) < 0 ? new CalendarPeriod(ChronoUnit.MINUTES, zone) : this;
    }

    /** The length of the periods. */
    public ChronoUnit unit() {
        return unit;
    }

    /** When the period of a moment begins, in milliseconds since 1970 as the moment is. */
    public long start(long millis) {
        if (millis < start || millis >= end) {
            move(millis);
        }
        return start;
    }

    /** When the period of a moment has ended. */
    public long end(long millis) {
        start(millis);
        return end;
    }

    private void move(long millis) {
        long offset = isFixed ? fixedOffset : millis(rules.getOffset(Instant.ofEpochMilli(millis)));
        long local = millis + offset;
        if (unit.compareTo(ChronoUnit.HOURS) <= 0) {
            long length = unit.getDuration().toMillis();
            start = Math.floorDiv(local, length) * length - offset;
            end = start + length;
            return;
        }
        LocalDate first = first(LocalDate.ofEpochDay(Math.floorDiv(local, DAY_MILLIS)));
        start = begin(first);
        end = begin(first.plus(1, unit));
    }

    private LocalDate first(LocalDate day) {
        return switch (unit) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            case YEARS -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private long begin(LocalDate day) {
        return isFixed
                ? day.toEpochDay() * DAY_MILLIS - fixedOffset
                : day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000L;
    }

    @Override
    public String toString() {
        return unit.toString().toLowerCase(Locale.ROOT);
    }
}
