package eventflux.core.catalog;

import eventflux.api.error.EventFluxException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was made of the texts that one parameter of one method was called with. Any thread. When there are too many it begins anew:
 * a parameter that has another text each time has to be prepared each time anyhow.
 */
public final class PreparedArguments {

    private static final int LIMIT = 256;

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Map<String, Object> byText = new ConcurrentHashMap<>();
    private final MethodHandle constructor;

    private PreparedArguments(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /**
     * Those of a parameter.
     *
     * @param type what is made of texts
     * @throws IllegalAccessException when the class has no public constructor of a text
     */
    static PreparedArguments of(Class<?> type) throws IllegalAccessException {
        try {
            MethodHandle constructor =
                    MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, String.class));
            return new PreparedArguments(constructor.asType(MethodType.methodType(Object.class, String.class)));
        } catch (NoSuchMethodException e) {
            throw (IllegalAccessException) new IllegalAccessException(e.getMessage()).initCause(e);
        }
    }

    /** From a text to what is made of it, of the type that the method takes. */
    MethodHandle handle(Class<?> type) throws IllegalAccessException {
        try {
            return LOOKUP.bind(this, "prepare", MethodType.methodType(Object.class, String.class))
                    .asType(MethodType.methodType(type, String.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why nothing can be made of a text; empty when something can. */
    Optional<String> refusal(String text) {
        try {
            prepare(text);
            return Optional.empty();
        } catch (EventFluxException e) {
            return Optional.of(e.problems().get(0).message());
        } catch (RuntimeException e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (Throwable e) {
            // What is wrong with the class and not with the text is told when it is called.
            return Optional.empty();
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
