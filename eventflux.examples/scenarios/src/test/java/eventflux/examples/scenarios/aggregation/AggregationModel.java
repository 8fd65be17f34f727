package eventflux.examples.scenarios.aggregation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** An aggregation as one would write it down: every bucket keeps its rows, and computes when it is asked. */
final class AggregationModel {

    private final ZoneId zone;
    private final Function<Seen, List<Object>> key;
    private final Map<ChronoUnit, Long> keepMillis;
    private final Map<ChronoUnit, Long> floors = new EnumMap<>(ChronoUnit.class);
    private final Map<ChronoUnit, TreeMap<Long, Map<List<Object>, List<Seen>>>> buckets =
            new EnumMap<>(ChronoUnit.class);

    /**
     * A model.
     *
     * @param zone whose calendar it goes by
     * @param key of a row's group
     * @param units the periods
     * @param keepMillis how long they are kept; those that are missing stay
     */
    AggregationModel(
            ZoneId zone, Function<Seen, List<Object>> key, List<ChronoUnit> units, Map<ChronoUnit, Long> keepMillis) {
        this.zone = zone;
        this.key = key;
        this.keepMillis = keepMillis;
        units.forEach(unit -> buckets.put(unit, new TreeMap<>()));
    }

    /** A row. */
    record Seen(String k, int g, Double v, int w, long ts) {}

    void add(Seen row) {
        buckets.forEach((unit, byStart) -> {
            ZonedDateTime start = start(unit, row.ts());
            if (end(unit, start) > floors.getOrDefault(unit, Long.MIN_VALUE)) {
                byStart.computeIfAbsent(millis(start), begin -> new LinkedHashMap<>())
                        .computeIfAbsent(key.apply(row), group -> new ArrayList<>())
                        .add(row);
            }
        });
    }

    /** Forgets what is old at a time. */
    void purge(long now) {
        keepMillis.forEach((unit, millis) -> {
            floors.put(unit, now - millis);
            buckets.get(unit).keySet().removeIf(begin -> end(unit, start(unit, begin)) <= now - millis);
        });
    }

    /** The rows of the buckets of a unit that begin in a range, sorted as texts within one time. */
    List<String> rows(ChronoUnit unit, long from, long until, Function<List<Object>, Boolean> isWanted) {
        List<String> rows = new ArrayList<>();
        buckets.get(unit).forEach((begin, groups) -> {
            if (begin >= from && begin < until) {
                groups.entrySet().stream()
                        .map(group -> row(begin, group.getKey(), group.getValue()))
                        .filter(isWanted::apply)
                        .map(row -> Arrays.toString(row.toArray()))
                        .sorted()
                        .forEach(rows::add);
            }
        });
        return rows;
    }

    private static List<Object> row(long begin, List<Object> key, List<Seen> rows) {
        List<Double> values =
                rows.stream().map(Seen::v).filter(Objects::nonNull).toList();
        boolean none = values.isEmpty();
        double sum = values.stream().mapToDouble(value -> value).sum();
        List<Object> row = new ArrayList<>(List.of(begin));
        row.addAll(key);
        row.add(none ? null : sum);
        row.add(none ? null : sum / values.size());
        row.add((long) rows.size());
        row.add(values.stream().min(Comparator.naturalOrder()).orElse(null));
        row.add(values.stream().max(Comparator.naturalOrder()).orElse(null));
        row.add(rows.stream().map(Seen::w).distinct().count());
        row.add(latest(rows).v());
        return row;
    }

    private static Seen latest(List<Seen> rows) {
        Seen latest = rows.get(0);
        for (Seen row : rows) {
            latest = row.ts() >= latest.ts() ? row : latest;
        }
        return latest;
    }

    private ZonedDateTime start(ChronoUnit unit, long millis) {
        ZonedDateTime at = Instant.ofEpochMilli(millis).atZone(zone);
        return switch (unit) {
            case WEEKS ->
                at.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).truncatedTo(ChronoUnit.DAYS);
            case MONTHS -> at.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
            case YEARS -> at.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            default -> at.truncatedTo(unit);
        };
    }

    private static long end(ChronoUnit unit, ZonedDateTime start) {
        return millis(start.plus(1, unit));
    }

    private static long millis(ZonedDateTime at) {
        return at.toInstant().toEpochMilli();
    }
}
