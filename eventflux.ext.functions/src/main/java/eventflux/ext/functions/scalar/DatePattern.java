package eventflux.ext.functions.scalar;

import eventflux.api.text.DateTimeText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How dates are written: {@code iso}, a Java pattern, or one with {@code %} as of strftime. */
public final class DatePattern {

    /** As {@code 2026-01-31 23:59:59}. */
    static final DatePattern USUAL = new DatePattern("yyyy-MM-dd HH:mm:ss");

    private final DateTimeText format;

    /** Reads a pattern. */
    public DatePattern(String pattern) {
        try {
            format = DateTimeText.of(pattern.indexOf('%') < 0 ? pattern : StrftimePattern.toJava(pattern));
        } catch (IllegalArgumentException e) {
            throw FunctionError.BAD_DATE_PATTERN.with("pattern", pattern, "reason", e.getMessage());
        }
    }

    String format(long time) {
        return format.format(time);
    }

    String format(long time, ZoneId zone) {
        return format.format(time, zone);
    }

    /** The point in time, or null when the text says none, as a text that is no number becomes null. */
    Long parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /** The same in a zone. */
    Long parse(String text, ZoneId zone) {
        try {
            return format.parseMillis(text, zone);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
