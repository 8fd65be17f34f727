package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/**
 * Functions of points in time under the names and with the habits of the classic extension {@code time}: dates are texts, written
 * as {@code yyyy-MM-dd HH:mm:ss} where no pattern is given, in UTC. A text that is no date makes the result null.
 */
@Component(service = FunctionLibrary.class)
public final class TimeFunctions implements FunctionLibrary {

    private static final DatePattern DAY = new DatePattern("yyyy-MM-dd");
    private static final DatePattern CLOCK = new DatePattern("HH:mm:ss");
    private static final TimeUnit DAYS = new TimeUnit("days");
    private static final String NOW = "The application's time as yyyy-MM-dd HH:mm:ss, in UTC or in a zone.";
    private static final String DATE = "The day of a date, as yyyy-MM-dd.";
    private static final String FORMAT = "A point in time, or a date of the last pattern, written by the pattern.";
    private static final String ADD = "A point in time, or a date as text, later by so many of a unit.";
    private static final String SUB = "A point in time, or a date as text, earlier by so many of a unit.";
    private static final String DIFF = "How many days the first date or point in time is behind the second.";
    private static final String EXTRACT = "A part of a date or point in time, such as 'YEAR', 'WEEK' or 'HOUR'.";
    private static final String MILLIS = "The application's time, or that of a date, in epoch milliseconds.";
    private static final String WEEKDAY = "The English name of the day of the week of a date.";

    /** The present day. */
    @Function(
            name = {"currentDate", "current_date", "time:currentDate"},
            description = "The application's day as yyyy-MM-dd, in UTC.",
            examples = "currentDate()")
    public static String currentDate(FunctionContext context) {
        return DAY.format(context.now());
    }

    /** The present time of day. */
    @Function(
            name = {"currentTime", "current_time", "time:currentTime"},
            description = "The application's time of day as HH:mm:ss, in UTC.",
            examples = "currentTime()")
    public static String currentTime(FunctionContext context) {
        return CLOCK.format(context.now());
    }

    /** The present point in time. */
    @Function(
            name = {"currentTimestamp", "time:currentTimestamp", "time:utcTimestamp"},
            description = NOW,
            examples = "currentTimestamp()")
    public static String currentTimestamp(FunctionContext context) {
        return DatePattern.USUAL.format(context.now());
    }

    /** The present point in time in a zone. */
    @Function(
            name = {"currentTimestamp", "time:currentTimestamp"},
            description = NOW,
            examples = "currentTimestamp('Asia/Kolkata')")
    public static String currentTimestamp(FunctionContext context, @Prepared TimeZoneName zone) {
        return DatePattern.USUAL.format(context.now(), zone.zone());
    }

    /** The present point in time as a number. */
    @Function(name = "time:timestampInMilliseconds", description = MILLIS, examples = "time:timestampInMilliseconds()")
    public static long timestampInMilliseconds(FunctionContext context) {
        return context.now();
    }

    /** A date as a number. */
    @Function(name = "time:timestampInMilliseconds", description = MILLIS)
    public static Long timestampInMilliseconds(String date) {
        return DatePattern.USUAL.parse(date);
    }

    /** A date as a number. */
    @Function(name = "time:timestampInMilliseconds", description = MILLIS)
    public static Long timestampInMilliseconds(String date, @Prepared DatePattern pattern) {
        return pattern.parse(date);
    }

    /** The day of a date. */
    @Function(name = "time:date", description = DATE, examples = "time:date('2014-11-11 13:23:44')")
    public static String date(String date) {
        return date(date, DatePattern.USUAL);
    }

    /** The day of a date. */
    @Function(name = "time:date", description = DATE)
    public static String date(String date, @Prepared DatePattern pattern) {
        Long time = pattern.parse(date);
        return time == null ? null : DAY.format(time);
    }

    /** A point in time written. */
    @Function(name = "time:dateFormat", description = FORMAT, examples = "time:dateFormat(ts, 'yyyy-MM-dd')")
    public static String dateFormat(long time, @Prepared DatePattern target) {
        return target.format(time);
    }

    /** A date written anew. */
    @Function(name = "time:dateFormat", description = FORMAT)
    public static String dateFormat(String date, @Prepared DatePattern target) {
        return dateFormat(date, target, DatePattern.USUAL);
    }

    /** A date written anew. */
    @Function(
            name = "time:dateFormat",
            description = FORMAT,
            examples = "time:dateFormat('2014/11/11 13:23:44', 'mm:ss', 'yyyy/MM/dd HH:mm:ss')")
    public static String dateFormat(String date, @Prepared DatePattern target, @Prepared DatePattern source) {
        Long time = source.parse(date);
        return time == null ? null : target.format(time);
    }

    /** A later point in time. */
    @Function(name = "time:dateAdd", description = ADD, examples = "time:dateAdd(ts, 2, 'day')")
    public static long dateAdd(long time, int amount, @Prepared TimeUnit unit) {
        return unit.add(time, amount, ZoneOffset.UTC);
    }

    /** A later date. */
    @Function(name = "time:dateAdd", description = ADD)
    public static String dateAdd(String date, int amount, @Prepared TimeUnit unit) {
        return dateAdd(date, amount, unit, DatePattern.USUAL);
    }

    /** A later date. */
    @Function(
            name = "time:dateAdd",
            description = ADD,
            examples = "time:dateAdd('2014-11-11', 2, 'year', 'yyyy-MM-dd')")
    public static String dateAdd(String date, int amount, @Prepared TimeUnit unit, @Prepared DatePattern pattern) {
        Long time = pattern.parse(date);
        return time == null ? null : pattern.format(unit.add(time, amount, ZoneOffset.UTC));
    }

    /** An earlier point in time. */
    @Function(name = "time:dateSub", description = SUB, examples = "time:dateSub(ts, 2, 'day')")
    public static long dateSub(long time, int amount, @Prepared TimeUnit unit) {
        return unit.add(time, -(long) amount, ZoneOffset.UTC);
    }

    /** An earlier date. */
    @Function(name = "time:dateSub", description = SUB)
    public static String dateSub(String date, int amount, @Prepared TimeUnit unit) {
        return dateAdd(date, Math.negateExact(amount), unit, DatePattern.USUAL);
    }

    /** An earlier date. */
    @Function(name = "time:dateSub", description = SUB)
    public static String dateSub(String date, int amount, @Prepared TimeUnit unit, @Prepared DatePattern pattern) {
        return dateAdd(date, Math.negateExact(amount), unit, pattern);
    }

    /** Days between points in time. */
    @Function(name = "time:dateDiff", description = DIFF, examples = "time:dateDiff(ended, begun)")
    public static int dateDiff(long later, long earlier) {
        return Math.toIntExact(
                DAYS.between(DAYS.begin(earlier, ZoneOffset.UTC), DAYS.begin(later, ZoneOffset.UTC), ZoneOffset.UTC));
    }

    /** Days between dates. */
    @Function(name = "time:dateDiff", description = DIFF)
    public static Integer dateDiff(String later, String earlier) {
        return dateDiff(later, earlier, DatePattern.USUAL, DatePattern.USUAL);
    }

    /** Days between dates. */
    @Function(
            name = "time:dateDiff",
            description = DIFF,
            examples = "time:dateDiff('2014-11-11', '2014-11-09', 'yyyy-MM-dd', 'yyyy-MM-dd')")
    public static Integer dateDiff(
            String later, String earlier, @Prepared DatePattern ofLater, @Prepared DatePattern ofEarlier) {
        Long to = ofLater.parse(later);
        Long from = ofEarlier.parse(earlier);
        return to == null || from == null ? null : (Integer) dateDiff(to, from);
    }

    /** A part of a date. */
    @Function(name = "time:extract", description = EXTRACT, examples = "time:extract('YEAR', '2014-03-11 02:23:44')")
    public static Integer extract(@Prepared TimeUnit unit, String date) {
        return extract(unit, date, DatePattern.USUAL);
    }

    /** A part of a date. */
    @Function(name = "time:extract", description = EXTRACT)
    public static Integer extract(@Prepared TimeUnit unit, String date, @Prepared DatePattern pattern) {
        Long time = pattern.parse(date);
        return time == null ? null : (Integer) extract(time, unit);
    }

    /** A part of a point in time. */
    @Function(name = "time:extract", description = EXTRACT, examples = "time:extract(ts, 'HOUR')")
    public static int extract(long time, @Prepared TimeUnit unit) {
        return Math.toIntExact(unit.part(time, ZoneOffset.UTC));
    }

    /** The name of a day. */
    @Function(name = "time:dayOfWeek", description = WEEKDAY, examples = "time:dayOfWeek('2014-12-11 13:23:44')")
    public static String dayOfWeek(String date) {
        return dayOfWeek(date, DatePattern.USUAL);
    }

    /** The name of a day. */
    @Function(name = "time:dayOfWeek", description = WEEKDAY)
    public static String dayOfWeek(String date, @Prepared DatePattern pattern) {
        Long time = pattern.parse(date);
        return time == null
                ? null
                : Instant.ofEpochMilli(time)
                        .atOffset(ZoneOffset.UTC)
                        .getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
