package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Functions of OBJECT values that are lists. None changes its argument: what differs is a new list. Places count from 0. */
@Component(service = FunctionLibrary.class)
public final class ListFunctions implements FunctionLibrary {

    /** A list of values. */
    @Function(name = "list:create", description = "A list of these values.", examples = "list:create(low, high)")
    public static Object create(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /** One more value. */
    @Function(name = "list:add", description = "The list with one more value at its end.", examples = "list:add(l, 5)")
    public static Object add(Object list, Object value) {
        List<Object> changed = copyOf(list);
        changed.add(value);
        return changed;
    }

    /** One more value at a place. */
    @Function(
            name = "list:add",
            description = "The list with one more value at a place, those behind it moved on.",
            examples = "list:add(l, 5, 0)")
    public static Object add(Object list, Object value, int place) {
        List<Object> changed = copyOf(list);
        if (place < 0 || place > changed.size()) {
            return changed;
        }
        changed.add(place, value);
        return changed;
    }

    /** The values of two lists. */
    @Function(
            name = "list:addAll",
            description = "The values of both lists, one after the other.",
            examples = "list:addAll(morning, evening)")
    public static Object addAll(Object list, Object other) {
        List<Object> changed = copyOf(list);
        changed.addAll(valuesOf(other));
        return changed;
    }

    /** The value at a place. */
    @Function(
            name = "list:get",
            description = "The value at a place of the list; null where there is none.",
            examples = "list:get(l, 0)")
    public static Object get(Object list, int place) {
        List<Object> values = copyOf(list);
        return place < 0 || place >= values.size() ? null : values.get(place);
    }

    /** Another value at a place. */
    @Function(
            name = "list:setValue",
            description = "The list with another value at a place, if it has that place.",
            examples = "list:setValue(l, 0, 7)")
    public static Object setValue(Object list, int place, Object value) {
        List<Object> changed = copyOf(list);
        if (place >= 0 && place < changed.size()) {
            changed.set(place, value);
        }
        return changed;
    }

    /** Without one value. */
    @Function(
            name = "list:remove",
            description = "The list without the first value that is equal to this one.",
            examples = "list:remove(l, 5)")
    public static Object remove(Object list, Object value) {
        List<Object> changed = copyOf(list);
        changed.remove(value);
        return changed;
    }

    /** Without the value at a place. */
    @Function(
            name = "list:removeByIndex",
            description = "The list without the value at a place, if it has that place.",
            examples = "list:removeByIndex(l, 0)")
    public static Object removeByIndex(Object list, int place) {
        List<Object> changed = copyOf(list);
        if (place >= 0 && place < changed.size()) {
            changed.remove(place);
        }
        return changed;
    }

    /** Whether a value is there. */
    @Function(name = "list:contains", description = "Whether a value is in the list.", examples = "list:contains(l, 5)")
    public static boolean contains(Object list, Object value) {
        return valuesOf(list).contains(value);
    }

    /** Whether values are there. */
    @Function(
            name = "list:containsAll",
            description = "Whether all values of the second list are in the first.",
            examples = "list:containsAll(l, wanted)")
    public static boolean containsAll(Object list, Object wanted) {
        return valuesOf(list).containsAll(valuesOf(wanted));
    }

    /** Where a value is. */
    @Function(
            name = "list:indexOf",
            description = "The place of the first value that is equal to this one; -1 where there is none.",
            examples = "list:indexOf(l, 5)")
    public static int indexOf(Object list, Object value) {
        return copyOf(list).indexOf(value);
    }

    /** Whether it is empty. */
    @Function(name = "list:isEmpty", description = "Whether no value is in the list.", examples = "list:isEmpty(l)")
    public static boolean isEmpty(Object list) {
        return valuesOf(list).isEmpty();
    }

    /** Whether it is a list. */
    @Function(name = "list:isList", description = "Whether the value is a list.", examples = "list:isList(value)")
    public static boolean isList(Object value) {
        return value instanceof List;
    }

    /** How many values there are. */
    @Function(name = "list:size", description = "How many values are in the list.", examples = "list:size(l)")
    public static int size(Object list) {
        return valuesOf(list).size();
    }

    private static List<Object> copyOf(Object list) {
        return new ArrayList<>(valuesOf(list));
    }

    /** The values of a list or set; none of null. */
    private static Collection<?> valuesOf(Object list) {
        if (list == null) {
            return List.of();
        }
        if (list instanceof Collection<?> values) {
            return new ArrayList<>(values);
        }
        throw FunctionError.NO_LIST.with("type", list.getClass().getName());
    }
}
