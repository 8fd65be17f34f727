package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.util.LinkedHashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Functions of OBJECT values that are sets. */
@Component(service = FunctionLibrary.class)
public final class SetFunctions implements FunctionLibrary {

    /** A set of one value. */
    @Function(
            name = "createSet",
            description = "A new set with this value in it; an empty one for null.",
            examples = "createSet(symbol)")
    public static Object createSet(Object value) {
        Set<Object> set = new LinkedHashSet<>();
        if (value != null) {
            set.add(value);
        }
        return set;
    }

    /** How many values are in a set. */
    @Function(
            name = "sizeOfSet",
            description = "How many values are in a set; 0 for null.",
            examples = "sizeOfSet(symbols)")
    public static Integer sizeOfSet(Object set) {
        if (set == null) {
            return 0;
        }
        if (set instanceof Set<?> values) {
            return values.size();
        }
        throw FunctionError.NO_SET.with("type", set.getClass().getName());
    }
}
