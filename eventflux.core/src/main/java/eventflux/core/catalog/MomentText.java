package eventflux.core.catalog;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points and ranges of time as texts, in milliseconds since 1970: {@code 2014-02-15 00:00:00}, with {@code Z} or an offset such as
 * {@code +05:30} behind it where it is not in the usual zone; a date alone is its midnight. In a range fields from the end on may
 * be {@code **}.
 */
public final class MomentText {

    private static final Pattern FORM =
            Pattern.compile("\\s*(\\d{4})-(\\d\\d|\\*\\*)-(\\d\\d|\\*\\*)(?:[ T](\\d\\d|\\*\\*):(\\d\\d|\\*\\*)"
                    + ":(\\d\\d|\\*\\*))?\\s*(Z|[+-]\\d\\d:\\d\\d)?\\s*");
    private static final String ANY = "**";
    private static final List<ChronoUnit> FIELDS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS);
    private static final int[] LEAST = {0, 1, 1, 0, 0, 0};

    private MomentText() {}

    /**
     * A range of time.
     *
     * @param from its beginning
     * @param until its end, which is not part of it
     */
    public record Range(long from, long until) {}

    /** The point in time that a text says; empty when it says none. */
    public static OptionalLong moment(String text, ZoneId usual) {
        return text.contains(ANY)
                ? OptionalLong.empty()
                : range(text, usual).map(range -> OptionalLong.of(range.from())).orElse(OptionalLong.empty());
    }

    /** The range that a text says: that of its last field which is a number; empty when it says none. */
    public static Optional<Range> range(String text, ZoneId usual) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int given = given(form);
        if (given == 0) {
            return Optional.empty();
        }
        try {
            LocalDateTime from = LocalDateTime.of(
                    field(form, 0), field(form, 1), field(form, 2), field(form, 3), field(form, 4), field(form, 5));
            ZoneId zone = form.group(7) == null ? usual : ZoneOffset.of(form.group(7));
            LocalDateTime until = from.plus(1, FIELDS.get(given - 1));
            return Optional.of(new Range(millis(from, zone), millis(until, zone)));
        } catch (DateTimeException e) {
            return Optional.empty(); // a day or an hour that is not there
        }
    }

    // How many fields are numbers; 0 when a number stands behind one that is not.
    private static int given(Matcher form) {
        int given = 0;
        boolean isOver = false;
        for (int field = 0; field < FIELDS.size(); field++) {
            String text = form.group(field + 1);
            boolean isNumber = text != null && !text.equals(ANY);
            if (isNumber && isOver) {
                return 0;
            }
            isOver |= !isNumber;
            given += isNumber ? 1 : 0;
        }
        return given;
    }

    private static int field(Matcher form, int field) {
        String text = form.group(field + 1);
        return text == null || text.equals(ANY) ? LEAST[field] : Integer.parseInt(text);
    }

    private static long millis(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }
}
