package eventflux.core.analyze.window;

import eventflux.api.spi.Arguments;
import eventflux.api.spi.state.RowOrder;
import eventflux.core.resolved.WindowCondition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arguments of one call. Equal when the calls mean the same. Immutable.
 *
 * @param given what the author gave, by the parameter's name: Integer, Long, Double, Boolean, String or {@link ColumnPlace}; a
 *     repeated parameter has several
 * @param defaults what holds for those that are left off
 */
record CallArguments(Map<String, List<Object>> given, Map<String, Object> defaults) implements Arguments {

    CallArguments {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    }

    /** A column by its place in the schema. */
    record ColumnPlace(int index, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public boolean has(String parameter) {
        return given.containsKey(parameter);
    }

    @Override
    public int getInt(String parameter) {
        return number(parameter).intValue();
    }

    @Override
    public long getLong(String parameter) {
        return number(parameter).longValue();
    }

    @Override
    public double getDouble(String parameter) {
        return number(parameter).doubleValue();
    }

    @Override
    public boolean getBoolean(String parameter) {
        return value(parameter, Boolean.class);
    }

    @Override
    public String getString(String parameter) {
        return value(parameter, String.class);
    }

    @Override
    public long getMillis(String parameter) {
        return number(parameter).longValue();
    }

    @Override
    public int getColumn(String parameter) {
        List<Integer> columns = getColumns(parameter);
        return columns.isEmpty() ? -1 : columns.get(0);
    }

    @Override
    public List<Integer> getColumns(String parameter) {
        return given.getOrDefault(parameter, List.of()).stream()
                .filter(ColumnPlace.class::isInstance)
                .map(value -> ((ColumnPlace) value).index())
                .toList();
    }

    @Override
    public RowOrder getOrder(String parameter) {
        return RowOrder.of(given.getOrDefault(parameter, List.of()).stream()
                .map(value -> value instanceof ColumnPlace place ? place.index() : value)
                .toList());
    }

    /** All columns that are named, but in conditions. */
    Set<Integer> columns() {
        return given.values().stream()
                .flatMap(List::stream)
                .filter(ColumnPlace.class::isInstance)
                .map(value -> ((ColumnPlace) value).index())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The conditions, by parameter. */
    Map<String, WindowCondition> conditions() {
        Map<String, WindowCondition> conditions = new LinkedHashMap<>();
        given.forEach((parameter, values) -> {
            if (values.get(0) instanceof WindowCondition condition) {
                conditions.put(parameter, condition);
            }
        });
        return conditions;
    }

    private Number number(String parameter) {
        return value(parameter, Number.class);
    }

    private <T> T value(String parameter, Class<T> type) {
        Object value = has(parameter) ? given.get(parameter).get(0) : defaults.get(parameter);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("parameter=" + parameter + " value=" + value);
        }
        return type.cast(value);
    }

    @Override
    public String toString() {
        return given.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
