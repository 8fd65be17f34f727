package eventflux.core.catalog;

import eventflux.api.query.node.DurationUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as texts: a number of milliseconds, or amounts with units such as {@code 1 hour 25 min} or {@code 100ms}. */
public final class DurationText {

    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,18})\\s*([a-zA-Z]+)\\s*");
    private static final Pattern MILLIS = Pattern.compile("\\s*\\d{1,18}\\s*");
    private static final Map<String, DurationUnit> UNITS = new HashMap<>();

    static {
        add(DurationUnit.MILLISECOND, "ms", "millisec", "millisecond", "millis");
        add(DurationUnit.SECOND, "s", "sec", "second");
        add(DurationUnit.MINUTE, "m", "min", "minute");
        add(DurationUnit.HOUR, "h", "hour");
        add(DurationUnit.DAY, "d", "day");
        add(DurationUnit.WEEK, "w", "week");
    }

    private DurationText() {}

    private static void add(DurationUnit unit, String... names) {
        List.of(names).forEach(name -> {
            UNITS.put(name, unit);
            if (name.length() > 2) {
                UNITS.put(name + "s", unit); // not of abbreviations: ms is no plural of m
            }
        });
    }

    /** The duration in milliseconds; empty when the text is none. */
    public static OptionalLong millis(String text) {
        if (MILLIS.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text.strip()));
        }
        Matcher part = PART.matcher(text);
        long sum = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            DurationUnit unit = UNITS.get(part.group(2).toLowerCase(Locale.ROOT));
            long amount = Long.parseLong(part.group(1));
            if (unit == null || amount > (Long.MAX_VALUE - sum) / unit.millis()) {
                return OptionalLong.empty();
            }
            sum += amount * unit.millis();
            end = part.end();
        }
        return end > 0 && end == text.length() ? OptionalLong.of(sum) : OptionalLong.empty();
    }
}
