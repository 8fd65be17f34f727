package eventflux.core.compile.code;

import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.function.FunctionContext;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.FunctionBinding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** Functions of all the forms that an extension may have. */
public final class SampleFunctions {

    private SampleFunctions() {}

    /** The binding of a function by the name of its method. */
    static FunctionBinding binding(String name) {
        Method method = Arrays.stream(SampleFunctions.class.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        boolean takesContext = method.getParameterCount() > 0 && method.getParameterTypes()[0] == FunctionContext.class;
        return new FunctionBinding(
                name, handle(method), takesContext, method.isVarArgs(), new ExtensionRef(ExtensionKind.FUNCTION, name));
    }

    private static MethodHandle handle(Method method) {
        try {
            return MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long mix(int a, long b, float c, double d, boolean e) {
        return a + b + (long) c + (long) d + (e ? 1 : 0);
    }

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public static String join(String left, String right) {
        return left + right;
    }

    public static String afterB(String text) {
        int at = text.indexOf('b');
        return at < 0 ? null : text.substring(at);
    }

    public static Double half(Integer number) {
        return number == null ? Double.valueOf(-1) : number % 2 == 0 ? (Double) (number / 2.0) : null;
    }

    public static boolean same(Object left, Object right) {
        return Objects.equals(left, right);
    }

    public static double largest(double... numbers) {
        return Arrays.stream(numbers).max().orElse(0);
    }

    public static Long sumOf(String label, Long... numbers) {
        return Arrays.stream(numbers)
                        .filter(Objects::nonNull)
                        .mapToLong(n -> n % 1000)
                        .sum()
                + label.length();
    }

    public static String concat(String... texts) {
        return String.join("", texts);
    }

    public static long age(FunctionContext context, int offset) {
        return context.now() - context.eventTimestamp() + offset;
    }

    public static Object either(FunctionContext context, boolean first, Object left, Object right) {
        return first ? left : right;
    }

    public static boolean isEven(long number) {
        return number % 2 == 0;
    }

    public static int refuse(int number) {
        throw new IllegalStateException("refused " + number);
    }

    public static float doubled(float number) {
        return number * 2;
    }
}
