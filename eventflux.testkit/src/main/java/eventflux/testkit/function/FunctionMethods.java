package eventflux.testkit.function;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.Prepared;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The methods of a library, called as a query would. */
final class FunctionMethods {

    private static final List<Class<?>> WIDER = List.of(Integer.class, Long.class, Float.class, Double.class);

    private final List<Method> methods;

    FunctionMethods(List<Method> methods) {
        this.methods = methods;
    }

    /** The parameters that a query gives, as what it gives them. */
    static List<Class<?>> parameters(Method method) {
        List<Class<?>> types = new ArrayList<>();
        for (int i = contexts(method); i < method.getParameterCount(); i++) {
            Class<?> type = method.getParameterTypes()[i];
            boolean isVariable = method.isVarArgs() && i == method.getParameterCount() - 1;
            boolean isPrepared = method.getParameters()[i].isAnnotationPresent(Prepared.class);
            types.add(isPrepared ? String.class : isVariable ? type.getComponentType() : type);
        }
        return types;
    }

    private static int contexts(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == FunctionContext.class ? 1 : 0;
    }

    /** The overload that takes the arguments, and of several the one for which the fewest have to be widened. */
    Method of(FunctionCase one) {
        return methods.stream()
                .filter(method -> isNamed(method, one.name()) && steps(method, one.arguments()) >= 0)
                .min(Comparator.comparingInt(method -> steps(method, one.arguments())))
                .orElseThrow(() -> new AssertionError("no function takes " + one));
    }

    Object call(FunctionCase one, FunctionContext context) throws ReflectiveOperationException {
        Method method = of(one);
        List<Class<?>> types = parameters(method);
        List<Object> given = new ArrayList<>();
        if (contexts(method) == 1) {
            given.add(context);
        }
        int fixed = method.isVarArgs() ? types.size() - 1 : types.size();
        for (int i = 0; i < fixed; i++) {
            given.add(prepared(method, i, widened(one.arguments().get(i), types.get(i))));
        }
        if (method.isVarArgs()) {
            given.add(rest(one.arguments(), fixed, types.get(fixed)));
        }
        try {
            return method.invoke(null, given.toArray());
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(one + " threw " + thrown.getCause(), thrown.getCause());
        }
    }

    private static Object prepared(Method method, int parameter, Object text) throws ReflectiveOperationException {
        Class<?> type = method.getParameterTypes()[parameter + contexts(method)];
        boolean isPrepared = method.getParameters()[parameter + contexts(method)].isAnnotationPresent(Prepared.class);
        return isPrepared ? type.getConstructor(String.class).newInstance(text) : text;
    }

    private static Object rest(List<Object> arguments, int from, Class<?> type) {
        Object array = Array.newInstance(type, arguments.size() - from);
        for (int i = from; i < arguments.size(); i++) {
            Array.set(array, i - from, widened(arguments.get(i), type));
        }
        return array;
    }

    private static boolean isNamed(Method method, String name) {
        Function function = method.getAnnotation(Function.class);
        String prefix = function.namespace().isEmpty() ? "" : function.namespace() + ":";
        return Arrays.stream(function.name()).anyMatch(own -> (prefix + own).equals(name));
    }

    // How far the arguments have to be widened; less than 0 when they do not fit.
    private static int steps(Method method, List<Object> arguments) {
        List<Class<?>> types = parameters(method);
        boolean isCountRight =
                method.isVarArgs() ? arguments.size() >= types.size() - 1 : arguments.size() == types.size();
        int steps = isCountRight ? 0 : -1;
        for (int i = 0; i < arguments.size() && steps >= 0; i++) {
            int more = steps(types.get(Math.min(i, types.size() - 1)), arguments.get(i));
            steps = more < 0 ? -1 : steps + more;
        }
        return steps;
    }

    private static int steps(Class<?> type, Object argument) {
        Class<?> boxed = boxed(type);
        if (argument == null) {
            return type.isPrimitive() ? -1 : 0;
        }
        if (boxed == argument.getClass()) {
            return 0;
        }
        int from = WIDER.indexOf(argument.getClass());
        int to = WIDER.indexOf(boxed);
        if (from >= 0 && to > from) {
            return to - from;
        }
        return boxed.isInstance(argument) ? WIDER.size() : -1;
    }

    private static Object widened(Object argument, Class<?> type) {
        if (!(argument instanceof Number number) || boxed(type).isInstance(argument)) {
            return argument;
        }
        return switch (boxed(type).getSimpleName()) {
            case "Long" -> number.longValue();
            case "Float" -> number.floatValue();
            default -> number.doubleValue();
        };
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
