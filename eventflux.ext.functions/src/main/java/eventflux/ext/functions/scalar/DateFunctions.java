package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.text.DateTimeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** Functions of points in time, which are epoch milliseconds; everything is UTC and the Gregorian calendar. */
@Component(service = FunctionLibrary.class)
public final class DateFunctions implements FunctionLibrary {

    /** A point in time as text. */
    @Function(
            name = "formatDate",
            description = "A point in time as text, by 'iso', a Java date pattern, or one with % as of strftime.",
            examples = {"formatDate(ts, 'yyyy-MM-dd HH:mm')", "formatDate(ts, '%Y-%m-%d')"})
    public static String formatDate(long time, String pattern) {
        return format(pattern).format(time);
    }

    /** A text as a point in time. */
    @Function(
            name = "parseDate",
            description = "The point in time that a text says, by a pattern as of formatDate; null when it says none.",
            examples = "parseDate(day, 'dd.MM.yyyy')")
    public static Long parseDate(String text, String pattern) {
        DateTimeText format = format(pattern);
        try {
            return format.parseMillis(text);
        } catch (DateTimeException e) {
            return null; // as a text that is no number becomes null
        }
    }

    /** A later or earlier point in time. */
    @Function(
            name = "dateAdd",
            description =
                    "A point in time later by so many milliseconds, seconds, minutes, hours, days, weeks, months or years.",
            examples = "dateAdd(ts, -7, 'days')")
    public static long dateAdd(long time, long amount, String unit) {
        return Instant.ofEpochMilli(time)
                .atOffset(ZoneOffset.UTC)
                .plus(amount, unit(unit))
                .toInstant()
                .toEpochMilli();
    }

    private static DateTimeText format(String pattern) {
        try {
            return DateTimeText.of(pattern.indexOf('%') < 0 ? pattern : StrftimePattern.toJava(pattern));
        } catch (IllegalArgumentException e) {
            throw FunctionError.BAD_DATE_PATTERN.with("pattern", pattern, "reason", e.getMessage());
        }
    }

    /** The units that may be named, in the singular or plural. */
    private enum Unit {
        MILLISECOND(ChronoUnit.MILLIS),
        SECOND(ChronoUnit.SECONDS),
        MINUTE(ChronoUnit.MINUTES),
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit span;

        Unit(ChronoUnit span) {
            this.span = span;
        }

        private boolean isNamed(String name) {
            return name.equalsIgnoreCase(name()) || name.equalsIgnoreCase(name() + "s");
        }
    }

    private static ChronoUnit unit(String name) {
        for (Unit unit : Unit.values()) {
            if (unit.isNamed(name)) {
                return unit.span;
            }
        }
        String units = Arrays.stream(Unit.values())
                .map(unit -> unit.name().toLowerCase(Locale.ROOT) + "s")
                .collect(Collectors.joining(", "));
        throw FunctionError.BAD_TIME_UNIT.with("unit", name, "units", units);
    }
}
