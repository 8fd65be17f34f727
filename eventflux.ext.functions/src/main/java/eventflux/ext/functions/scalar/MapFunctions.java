package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Functions of OBJECT values that are maps. None changes its argument: what differs is a new map. */
@Component(service = FunctionLibrary.class)
public final class MapFunctions implements FunctionLibrary {

    /** A map of keys and values. */
    @Function(
            name = "map:create",
            description = "A map of keys and values by turns.",
            examples = "map:create('low', low, 'high', high)")
    public static Object create(Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw FunctionError.KEY_WITHOUT_VALUE.with("count", keysAndValues.length);
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The value of a key. */
    @Function(
            name = "map:get",
            description = "The value of a key; null where the map has none.",
            examples = "map:get(m, 'low')")
    public static Object get(Object map, Object key) {
        return entriesOf(map).get(key);
    }

    /** The value of a key, or another. */
    @Function(
            name = "map:get",
            description = "The value of a key; the last argument where the map has none.",
            examples = "map:get(m, 'low', 0)")
    public static Object get(Object map, Object key, Object otherwise) {
        Map<Object, Object> entries = entriesOf(map);
        return entries.containsKey(key) ? entries.get(key) : otherwise;
    }

    /** One more entry. */
    @Function(
            name = "map:put",
            description = "The map with a value for a key, in place of the one it had.",
            examples = "map:put(m, 'low', 3)")
    public static Object put(Object map, Object key, Object value) {
        Map<Object, Object> changed = entriesOf(map);
        changed.put(key, value);
        return changed;
    }

    /** One more entry, if there is none. */
    @Function(
            name = "map:putIfAbsent",
            description = "The map with a value for a key, if it had none.",
            examples = "map:putIfAbsent(m, 'low', 3)")
    public static Object putIfAbsent(Object map, Object key, Object value) {
        Map<Object, Object> changed = entriesOf(map);
        changed.putIfAbsent(key, value);
        return changed;
    }

    /** The entries of two maps. */
    @Function(
            name = "map:putAll",
            description = "The entries of both maps; of one key, that of the second.",
            examples = "map:putAll(m, more)")
    public static Object putAll(Object map, Object more) {
        Map<Object, Object> changed = entriesOf(map);
        changed.putAll(entriesOf(more));
        return changed;
    }

    /** Another value for a key that is there. */
    @Function(
            name = "map:replace",
            description = "The map with another value for a key that it has.",
            examples = "map:replace(m, 'low', 3)")
    public static Object replace(Object map, Object key, Object value) {
        Map<Object, Object> changed = entriesOf(map);
        if (changed.containsKey(key)) {
            changed.put(key, value);
        }
        return changed;
    }

    /** Without a key. */
    @Function(name = "map:remove", description = "The map without a key.", examples = "map:remove(m, 'low')")
    public static Object remove(Object map, Object key) {
        Map<Object, Object> changed = entriesOf(map);
        changed.remove(key);
        return changed;
    }

    /** Whether a key is there. */
    @Function(
            name = "map:containsKey",
            description = "Whether the map has a key.",
            examples = "map:containsKey(m, 'low')")
    public static boolean containsKey(Object map, Object key) {
        return entriesOf(map).containsKey(key);
    }

    /** Whether a value is there. */
    @Function(
            name = "map:containsValue",
            description = "Whether the map has a value, whatever its key.",
            examples = "map:containsValue(m, 3)")
    public static boolean containsValue(Object map, Object value) {
        return entriesOf(map).containsValue(value);
    }

    /** The keys. */
    @Function(name = "map:keys", description = "The keys of the map as a list.", examples = "map:keys(m)")
    public static Object keys(Object map) {
        return new ArrayList<>(entriesOf(map).keySet());
    }

    /** The values. */
    @Function(name = "map:values", description = "The values of the map as a list.", examples = "map:values(m)")
    public static Object values(Object map) {
        return new ArrayList<>(entriesOf(map).values());
    }

    /** How many entries there are. */
    @Function(name = "map:size", description = "How many keys the map has.", examples = "map:size(m)")
    public static int size(Object map) {
        return entriesOf(map).size();
    }

    /** Whether it is empty. */
    @Function(name = "map:isEmpty", description = "Whether the map has no key.", examples = "map:isEmpty(m)")
    public static boolean isEmpty(Object map) {
        return entriesOf(map).isEmpty();
    }

    /** Whether it is a map. */
    @Function(name = "map:isMap", description = "Whether the value is a map.", examples = "map:isMap(value)")
    public static boolean isMap(Object value) {
        return value instanceof Map;
    }

    /** The entries of a map, copied; none of null. */
    private static Map<Object, Object> entriesOf(Object map) {
        if (map == null) {
            return new LinkedHashMap<>();
        }
        if (map instanceof Map<?, ?> entries) {
            return new LinkedHashMap<>(entries);
        }
        throw FunctionError.NO_MAP.with("type", map.getClass().getName());
    }
}
