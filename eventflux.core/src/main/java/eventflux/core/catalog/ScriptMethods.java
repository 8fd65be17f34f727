package eventflux.core.catalog;

import eventflux.api.event.DataType;
import eventflux.api.spi.script.ScriptFunction;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.FunctionBinding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;

/** Makes a callable overload of a script, whose result is brought to the type that its definition says. */
public final class ScriptMethods {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private ScriptMethods() {}

    /** A function of any number of any values. */
    public static FunctionMethod ofAny(String name, ScriptFunction script, DataType returns, ExtensionRef language) {
        FunctionBinding binding = new FunctionBinding(name, handle(script, returns), false, true, language);
        return new FunctionMethod(binding, List.of(DataType.OBJECT), returns);
    }

    /** A function of values of these types. */
    public static FunctionMethod of(
            String name, ScriptFunction script, List<DataType> takes, DataType returns, ExtensionRef language) {
        MethodHandle any = handle(script, returns);
        MethodType type =
                MethodType.methodType(any.type().returnType(), Collections.nCopies(takes.size(), Object.class));
        MethodHandle fixed = any.asCollector(Object[].class, takes.size()).asType(type);
        return new FunctionMethod(new FunctionBinding(name, fixed, false, false, language), takes, returns);
    }

    private static MethodHandle handle(ScriptFunction script, DataType returns) {
        Class<?> result = result(returns);
        try {
            return LOOKUP.findStatic(
                            ScriptMethods.class,
                            "call" + result.getSimpleName(),
                            MethodType.methodType(result, ScriptFunction.class, Object[].class))
                    .bindTo(script)
                    .asFixedArity();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no result of type=" + returns, e);
        }
    }

    private static Class<?> result(DataType type) {
        return switch (type) {
            case INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case BOOL -> Boolean.class;
            case STRING -> String.class;
            case OBJECT -> Object.class;
        };
    }

    private static Integer callInteger(ScriptFunction script, Object[] arguments) {
        Long whole = whole(script.call(arguments), "INT");
        return whole == null ? null : Integer.valueOf(Math.toIntExact(whole));
    }

    private static Long callLong(ScriptFunction script, Object[] arguments) {
        return whole(script.call(arguments), "LONG");
    }

    private static Float callFloat(ScriptFunction script, Object[] arguments) {
        Number number = number(script.call(arguments), "FLOAT");
        return number == null ? null : Float.valueOf(number.floatValue());
    }

    private static Double callDouble(ScriptFunction script, Object[] arguments) {
        Number number = number(script.call(arguments), "DOUBLE");
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    private static Boolean callBoolean(ScriptFunction script, Object[] arguments) {
        Object result = script.call(arguments);
        if (result == null || result instanceof Boolean) {
            return (Boolean) result;
        }
        throw wrongResult(result, "BOOL");
    }

    private static String callString(ScriptFunction script, Object[] arguments) {
        Object result = script.call(arguments);
        return result instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : result == null ? null : result.toString();
    }

    private static Object callObject(ScriptFunction script, Object[] arguments) {
        return script.call(arguments);
    }

    // Languages like JavaScript have one type of numbers: what stands behind the point is cut off.
    private static Long whole(Object result, String type) {
        Number number = number(result, type);
        if (number == null) {
            return null;
        }
        double value = number.doubleValue();
        boolean fits = number instanceof Long || value >= -0x1p63 && value < 0x1p63;
        if (!fits) {
            throw wrongResult(result, type);
        }
        return number.longValue();
    }

    private static Number number(Object result, String type) {
        if (result == null || result instanceof Number) {
            return (Number) result;
        }
        throw wrongResult(result, type);
    }

    private static IllegalArgumentException wrongResult(Object result, String type) {
        return new IllegalArgumentException("the script gives " + result + ", which is no " + type);
    }
}
