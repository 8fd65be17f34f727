package eventflux.api.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Reads and prints points in time as text; the value is epoch milliseconds. Month and day names are English, a text without a
 * zone is UTC, one without a time of day is midnight, one without a day is the first of the month, and digits below the
 * millisecond are dropped. A day that is not in the calendar is refused. Immutable.
 */
public final class DateTimeText {

    /** The name of the ISO 8601 format, for which no pattern is needed. */
    public static final String ISO = "iso";

    private final DateTimeFormatter reader;
    private final DateTimeFormatter printer;

    private DateTimeText(DateTimeFormatter reader, DateTimeFormatter printer) {
        this.reader = reader;
        this.printer = printer;
    }

    /**
     * A format: {@value #ISO}, or a pattern of {@link DateTimeFormatter}.
     *
     * @throws IllegalArgumentException when the pattern is not one
     */
    public static DateTimeText of(String format) {
        if (format.equals(ISO)) {
            return iso();
        }
        DateTimeFormatter both = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
        return new DateTimeText(both, both.withZone(ZoneOffset.UTC));
    }

    /**
     * ISO 8601: reads a date, a date and time with {@code T} or a space between, fractions and a zone where given; prints
     * milliseconds and {@code Z}.
     */
    public static DateTimeText iso() {
        DateTimeFormatter reader = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][ ]")
                .appendValue(ChronoField.HOUR_OF_DAY, 2)
                .appendLiteral(':')
                .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
                .optionalStart()
                .appendLiteral(':')
                .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .optionalEnd()
                .optionalEnd()
                .appendPattern("[XXX][XX][X]")
                .optionalEnd()
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
        DateTimeFormatter printer = new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
                .appendPattern("-MM-dd'T'HH:mm:ss.SSSX")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
        return new DateTimeText(reader, printer);
    }

    /**
     * The point in time that a text says.
     *
     * @throws DateTimeException when it does not follow the format or names a day or time that is not there
     */
    public long parseMillis(CharSequence text) {
        return parseMillis(text, ZoneOffset.UTC);
    }

    /**
     * The point in time that a text says, which is in a zone unless it names another.
     *
     * @throws DateTimeException when it does not follow the format or names a day or time that is not there
     */
    public long parseMillis(CharSequence text, ZoneId usual) {
        TemporalAccessor read = reader.parse(text);
        if (read.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(read).toEpochMilli();
        }
        LocalDate date = dateOf(read, text);
        LocalTime time = read.query(TemporalQueries.localTime());
        ZoneId zone = read.query(TemporalQueries.zone());
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone == null ? usual : zone)
                .toInstant()
                .toEpochMilli();
    }

    /** The text of a point in time, in UTC. */
    public String format(long epochMillis) {
        return printer.format(Instant.ofEpochMilli(epochMillis));
    }

    /** The text of a point in time in a zone. */
    public String format(long epochMillis, ZoneId zone) {
        return printer.withZone(zone).format(Instant.ofEpochMilli(epochMillis));
    }

    private static LocalDate dateOf(TemporalAccessor read, CharSequence text) {
        LocalDate date = read.query(TemporalQueries.localDate());
        if (date != null) {
            return date;
        }
        if (read.isSupported(ChronoField.YEAR) && read.isSupported(ChronoField.MONTH_OF_YEAR)) {
            return LocalDate.of(read.get(ChronoField.YEAR), read.get(ChronoField.MONTH_OF_YEAR), 1);
        }
        throw new DateTimeException("no date in text=" + text);
    }
}
