package eventflux.testkit.spi;

import eventflux.api.event.Schema;
import eventflux.api.spi.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One argument as written.
 *
 * @param text without quotes
 * @param isQuoted whether it was quoted
 */
record Argument(String text, boolean isQuoted) {

    private static final Pattern DURATION = Pattern.compile("(-?\\d+)(?:\\s+([a-z]+))?");
    private static final Map<String, Long> UNITS = Map.of(
            "ms",
            1L,
            "millisecond",
            1L,
            "sec",
            1_000L,
            "second",
            1_000L,
            "min",
            60_000L,
            "minute",
            60_000L,
            "hour",
            3_600_000L,
            "day",
            86_400_000L);

    static Argument parse(String written) {
        boolean isQuoted = written.length() >= 2 && written.startsWith("'") && written.endsWith("'");
        return new Argument(isQuoted ? written.substring(1, written.length() - 1) : written, isQuoted);
    }

    boolean fits(List<ParameterType> types, Schema schema) {
        return types.stream().anyMatch(type -> fits(type, schema));
    }

    private boolean fits(ParameterType type, Schema schema) {
        return switch (type) {
            case STRING, CONDITION -> isQuoted;
            case INT, LONG -> !isQuoted && text.matches("-?\\d+");
            case DOUBLE -> !isQuoted && text.matches("-?\\d+(\\.\\d+)?");
            case BOOL -> !isQuoted && text.matches("true|false");
            case TIME -> !isQuoted && DURATION.matcher(text).matches();
            case COLUMN -> !isQuoted && schema.indexOf(text) >= 0;
        };
    }

    static long millis(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
        Long millis = UNITS.get(unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
        if (millis == null) {
            throw new IllegalArgumentException("not a unit of time: " + unit);
        }
        return Long.parseLong(matcher.group(1)) * millis;
    }
}
