package eventflux.core.catalog;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of calendar periods: {@code sec}, {@code seconds}, … {@code years}, in any case. */
public final class PeriodText {

    private static final Map<String, ChronoUnit> UNITS = new HashMap<>();

    static {
        add(ChronoUnit.SECONDS, "s", "sec", "second");
        add(ChronoUnit.MINUTES, "m", "min", "minute");
        add(ChronoUnit.HOURS, "h", "hour");
        add(ChronoUnit.DAYS, "d", "day");
        add(ChronoUnit.WEEKS, "w", "week");
        add(ChronoUnit.MONTHS, "month");
        add(ChronoUnit.YEARS, "year");
    }

    private PeriodText() {}

    private static void add(ChronoUnit unit, String... names) {
        List.of(names).forEach(name -> {
            UNITS.put(name, unit);
            UNITS.put(name + "s", unit);
        });
    }

    /** The period of a name; empty when it is none. */
    public static Optional<ChronoUnit> unit(String name) {
        return Optional.ofNullable(UNITS.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The name as it is printed: {@code seconds}. */
    public static String name(ChronoUnit unit) {
        return unit.toString().toLowerCase(Locale.ROOT);
    }
}
