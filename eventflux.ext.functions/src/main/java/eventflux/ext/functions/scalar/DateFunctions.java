package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Component;

/**
 * Functions of points in time, which are epoch milliseconds, in the Gregorian calendar; in UTC where no time zone is given. Units
 * are milliseconds, seconds, minutes, hours, days, weeks, months, quarters and years, in the singular or plural.
 */
@Component(service = FunctionLibrary.class)
public final class DateFunctions implements FunctionLibrary {

    private static final String FORMAT =
            "A point in time as text, by 'iso', a Java date pattern, or one with % as of strftime; in UTC or in a zone.";
    private static final String PARSE =
            "The point in time that a text says, by a pattern as of formatDate; null when it says none.";
    private static final String ADD =
            "A point in time later by so many of a unit, by the calendar of UTC or of a zone.";
    private static final String EXTRACT =
            "A part of a point in time: a unit, 'dow' (1 is Sunday), 'doy' or 'epoch' (seconds); in UTC or in a zone.";
    private static final String TRUNCATE =
            "Where the unit begins that a point in time lies in; weeks begin on Monday; in UTC or in a zone.";

    /** A point in time as text. */
    @Function(
            name = {"formatDate", "date_format"},
            description = FORMAT,
            examples = {"formatDate(ts, 'yyyy-MM-dd HH:mm')", "formatDate(ts, '%Y-%m-%d')"})
    public static String formatDate(long time, @Prepared DatePattern pattern) {
        return pattern.format(time);
    }

    /** A point in time as text, in a zone. */
    @Function(
            name = {"formatDate", "date_format"},
            description = FORMAT,
            examples = "formatDate(ts, 'HH:mm', 'Europe/Berlin')")
    public static String formatDate(long time, @Prepared DatePattern pattern, @Prepared TimeZoneName zone) {
        return pattern.format(time, zone.zone());
    }

    /** A text as a point in time. */
    @Function(name = "parseDate", description = PARSE, examples = "parseDate(day, 'dd.MM.yyyy')")
    public static Long parseDate(String text, @Prepared DatePattern pattern) {
        return pattern.parse(text);
    }

    /** A text as a point in time, in a zone. */
    @Function(name = "parseDate", description = PARSE, examples = "parseDate(day, 'dd.MM.yyyy', 'Europe/Berlin')")
    public static Long parseDate(String text, @Prepared DatePattern pattern, @Prepared TimeZoneName zone) {
        return pattern.parse(text, zone.zone());
    }

    /** A later or earlier point in time. */
    @Function(name = "dateAdd", description = ADD, examples = "dateAdd(ts, -7, 'days')")
    public static long dateAdd(long time, long amount, @Prepared TimeUnit unit) {
        return unit.add(time, amount, ZoneOffset.UTC);
    }

    /** A later or earlier point in time, by the calendar of a zone. */
    @Function(name = "dateAdd", description = ADD, examples = "dateAdd(ts, 1, 'month', 'Europe/Berlin')")
    public static long dateAdd(long time, long amount, @Prepared TimeUnit unit, @Prepared TimeZoneName zone) {
        return unit.add(time, amount, zone.zone());
    }

    /** How long it is from one point in time to another. */
    @Function(
            name = {"dateBetween", "date_diff"},
            description = "How many whole units it is from the first point in time to the second, in UTC.",
            examples = "dateBetween(begun, ended, 'hours')")
    public static long dateBetween(long from, long to, @Prepared TimeUnit unit) {
        return unit.between(from, to, ZoneOffset.UTC);
    }

    /** A part of a point in time. */
    @Function(
            name = {"extract", "date_part"},
            description = EXTRACT,
            examples = {"EXTRACT(HOUR FROM ts)", "extract('dow', ts)"})
    public static long extract(@Prepared TimeUnit unit, long time) {
        return unit.part(time, ZoneOffset.UTC);
    }

    /** A part of a point in time in a zone. */
    @Function(
            name = {"extract", "date_part"},
            description = EXTRACT,
            examples = "extract('hour', ts, 'Asia/Kolkata')")
    public static long extract(@Prepared TimeUnit unit, long time, @Prepared TimeZoneName zone) {
        return unit.part(time, zone.zone());
    }

    /** Where a unit begins. */
    @Function(
            name = {"dateTrunc", "date_trunc"},
            description = TRUNCATE,
            examples = "dateTrunc('hour', ts)")
    public static long dateTrunc(@Prepared TimeUnit unit, long time) {
        return unit.begin(time, ZoneOffset.UTC);
    }

    /** Where a unit begins in a zone. */
    @Function(
            name = {"dateTrunc", "date_trunc"},
            description = TRUNCATE,
            examples = "dateTrunc('day', ts, 'Europe/Berlin')")
    public static long dateTrunc(@Prepared TimeUnit unit, long time, @Prepared TimeZoneName zone) {
        return unit.begin(time, zone.zone());
    }
}
