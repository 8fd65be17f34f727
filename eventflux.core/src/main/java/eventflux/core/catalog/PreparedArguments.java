package eventflux.core.catalog;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was made of the texts that one parameter of one method was called with. Any thread. When there are too many it begins anew:
 * a parameter that has another text each time has to be prepared each time anyhow.
 */
final class PreparedArguments {

    private static final int LIMIT = 256;

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Map<String, Object> byText = new ConcurrentHashMap<>();
    private final MethodHandle constructor;

    private PreparedArguments(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /**
     * From a text to what is made of it.
     *
     * @throws IllegalAccessException when the class has no public constructor of a text
     */
    static MethodHandle handle(Class<?> type) throws IllegalAccessException {
        try {
            MethodHandle constructor =
                    MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, String.class));
            PreparedArguments prepared =
                    new PreparedArguments(constructor.asType(MethodType.methodType(Object.class, String.class)));
            return LOOKUP.bind(prepared, "prepare", MethodType.methodType(Object.class, String.class))
                    .asType(MethodType.methodType(type, String.class));
        } catch (NoSuchMethodException e) {
            throw (IllegalAccessException) new IllegalAccessException(e.getMessage()).initCause(e);
        }
    }

    /** What is made of a text. */
    private Object prepare(String text) throws Throwable {
        Object found = byText.get(text);
        if (found != null) {
            return found;
        }
        Object made = (Object) constructor.invokeExact(text);
        if (byText.size() >= LIMIT) {
            byText.clear();
        }
        byText.put(text, made);
        return made;
    }
}
