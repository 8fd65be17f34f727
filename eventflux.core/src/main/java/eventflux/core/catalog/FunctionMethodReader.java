package eventflux.core.catalog;

import eventflux.api.error.Problem;
import eventflux.api.event.DataType;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.Prepared;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.FunctionBinding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one callable overload of a Java method, or says why it cannot be one. */
final class FunctionMethodReader {

    private static final Map<Class<?>, DataType> TYPES = Map.ofEntries(
            Map.entry(int.class, DataType.INT),
            Map.entry(Integer.class, DataType.INT),
            Map.entry(long.class, DataType.LONG),
            Map.entry(Long.class, DataType.LONG),
            Map.entry(float.class, DataType.FLOAT),
            Map.entry(Float.class, DataType.FLOAT),
            Map.entry(double.class, DataType.DOUBLE),
            Map.entry(Double.class, DataType.DOUBLE),
            Map.entry(boolean.class, DataType.BOOL),
            Map.entry(Boolean.class, DataType.BOOL),
            Map.entry(String.class, DataType.STRING),
            Map.entry(Object.class, DataType.OBJECT));

    private final Provider provider;
    private final List<Problem> problems;

    /** A reader that adds what is wrong to {@code problems}. */
    FunctionMethodReader(Provider provider, List<Problem> problems) {
        this.provider = provider;
        this.problems = problems;
    }

    Optional<FunctionMethod> read(Method method, ExtensionRef ref) {
        boolean takesContext = method.getParameterCount() > 0 && method.getParameterTypes()[0] == FunctionContext.class;
        List<DataType> takes = new ArrayList<>();
        for (int i = takesContext ? 1 : 0; i < method.getParameterCount(); i++) {
            boolean isVariable = method.isVarArgs() && i == method.getParameterCount() - 1;
            Class<?> parameter = method.getParameterTypes()[i];
            Optional<DataType> type = isPrepared(method, i)
                    ? Optional.of(DataType.STRING)
                    : type(method, isVariable ? parameter.getComponentType() : parameter);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            takes.add(type.get());
        }
        Map<Integer, PreparedArguments> prepared = new HashMap<>();
        return type(method, method.getReturnType())
                .flatMap(returns -> handle(method, prepared, takesContext ? 1 : 0)
                        .map(handle -> new FunctionMethod(
                                new FunctionBinding(ref.name(), handle, takesContext, method.isVarArgs(), ref),
                                takes,
                                returns,
                                prepared)));
    }

    private Optional<DataType> type(Method method, Class<?> type) {
        DataType found = TYPES.get(type);
        if (found == null) {
            problems.add(Problem.of(
                    CatalogError.UNSUPPORTED_TYPE,
                    "method",
                    signature(method),
                    "provider",
                    provider,
                    "type",
                    type.getTypeName()));
        }
        return Optional.ofNullable(found);
    }

    private Optional<MethodHandle> handle(Method method, Map<Integer, PreparedArguments> prepared, int first) {
        try {
            if (Modifier.isStatic(method.getModifiers())) {
                MethodHandle handle =
                        MethodHandles.publicLookup().unreflect(method).asFixedArity();
                for (int i = first; i < method.getParameterCount(); i++) {
                    if (isPrepared(method, i)) {
                        Class<?> type = method.getParameterTypes()[i];
                        PreparedArguments arguments = PreparedArguments.of(type);
                        prepared.put(i - first, arguments);
                        // A text where the method takes what is made of it.
                        handle = MethodHandles.filterArguments(handle, i, arguments.handle(type));
                    }
                }
                return Optional.of(handle);
            }
            problems.add(notCallable(method));
        } catch (IllegalAccessException e) {
            problems.add(notCallable(method));
        }
        return Optional.empty();
    }

    private static boolean isPrepared(Method method, int parameter) {
        return method.getParameters()[parameter].isAnnotationPresent(Prepared.class);
    }

    private Problem notCallable(Method method) {
        return Problem.of(CatalogError.NOT_CALLABLE, "method", signature(method), "provider", provider);
    }

    private static String signature(Method method) {
        List<String> types = new ArrayList<>();
        for (Class<?> parameter : method.getParameterTypes()) {
            types.add(parameter.getSimpleName());
        }
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(" + String.join(", ", types)
                + ")";
    }
}
