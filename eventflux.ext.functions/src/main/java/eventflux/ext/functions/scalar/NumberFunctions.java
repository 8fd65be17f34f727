package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Component;

/** Rarer functions of numbers, and numbers written in other bases. Angles are in radians. */
@Component(service = FunctionLibrary.class)
public final class NumberFunctions implements FunctionLibrary {

    private static final double LOG_2 = StrictMath.log(2);
    private static final String RANDOM = "A random number from 0 to below 1, another one for each row.";

    /** The logarithm to a base, which comes last. */
    @Function(
            name = "math:log",
            description = "The logarithm of the first number to the base of the second.",
            examples = "math:log(size, 2)")
    public static double mathLog(double value, double base) {
        return StrictMath.log(value) / StrictMath.log(base);
    }

    /** The binary logarithm. */
    @Function(
            name = {"log2", "math:log2"},
            description = "The logarithm to base 2.",
            examples = "log2(size)")
    public static double log2(double value) {
        return StrictMath.log(value) / LOG_2;
    }

    /** The cube root. */
    @Function(
            name = {"cbrt", "math:cbrt"},
            description = "The cube root.",
            examples = "cbrt(volume)")
    public static double cbrt(double value) {
        return StrictMath.cbrt(value);
    }

    /** The hyperbolic sine. */
    @Function(
            name = {"sinh", "math:sinh"},
            description = "The hyperbolic sine.",
            examples = "sinh(x)")
    public static double sinh(double value) {
        return StrictMath.sinh(value);
    }

    /** The hyperbolic cosine. */
    @Function(
            name = {"cosh", "math:cosh"},
            description = "The hyperbolic cosine.",
            examples = "cosh(x)")
    public static double cosh(double value) {
        return StrictMath.cosh(value);
    }

    /** The hyperbolic tangent. */
    @Function(
            name = {"tanh", "math:tanh"},
            description = "The hyperbolic tangent.",
            examples = "tanh(x)")
    public static double tanh(double value) {
        return StrictMath.tanh(value);
    }

    /** The angle of a point. */
    @Function(
            name = {"atan2", "math:atan2"},
            description = "The angle of the point whose ordinate is the first number and whose abscissa is the second.",
            examples = "atan2(y, x)")
    public static double atan2(double ordinate, double abscissa) {
        return StrictMath.atan2(ordinate, abscissa);
    }

    /** Radians as degrees. */
    @Function(
            name = {"degrees", "toDegrees", "math:toDegrees"},
            description = "An angle in degrees.",
            examples = "degrees(angle)")
    public static double degrees(double angle) {
        return Math.toDegrees(angle);
    }

    /** Degrees as radians. */
    @Function(
            name = {"radians", "toRadians", "math:toRadians"},
            description = "An angle of degrees in radians.",
            examples = "radians(heading)")
    public static double radians(double degrees) {
        return Math.toRadians(degrees);
    }

    /** The circle's number. */
    @Function(
            name = {"pi", "math:pi"},
            description = "The ratio of a circle's circumference to its diameter.",
            examples = "2 * pi() * radius")
    public static double pi() {
        return Math.PI;
    }

    /** Euler's number. */
    @Function(
            name = {"e", "math:e"},
            description = "The base of the natural logarithm.",
            examples = "e()")
    public static double euler() {
        return Math.E;
    }

    /** A random number. */
    @Function(
            name = {"random", "rand", "math:rand"},
            description = RANDOM,
            examples = "random() < 0.01")
    public static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /** The first magnitude with the second sign. */
    @Function(
            name = {"copySign", "math:copySign"},
            description = "The first number with the sign of the second.",
            examples = "copySign(distance, speed)")
    public static double copySign(double magnitude, double sign) {
        return Math.copySign(magnitude, sign);
    }

    /** The binary exponent. */
    @Function(
            name = {"getExponent", "math:getExponent"},
            description = "The exponent of two in the number's representation.",
            examples = "getExponent(x)")
    public static int getExponent(double value) {
        return Math.getExponent(value);
    }

    /** Whether it is infinite. */
    @Function(
            name = {"isInfinite", "math:isInfinite"},
            description = "Whether the number is infinite.",
            examples = "isInfinite(ratio)")
    public static boolean isInfinite(double value) {
        return Double.isInfinite(value);
    }

    /** Whether it is no number. */
    @Function(
            name = {"isNan", "math:isNan"},
            description = "Whether the value is not a number.",
            examples = "isNan(ratio)")
    public static boolean isNan(double value) {
        return Double.isNaN(value);
    }

    /** In binary digits. */
    @Function(
            name = {"bin", "math:bin"},
            description = "The whole number in binary digits; a negative one as the two's complement.",
            examples = "bin(flags)")
    public static String bin(long value) {
        return Long.toBinaryString(value);
    }

    /** In octal digits. */
    @Function(
            name = {"oct", "math:oct"},
            description = "The whole number in octal digits.",
            examples = "oct(mode)")
    public static String oct(long value) {
        return Long.toOctalString(value);
    }

    /** In hexadecimal digits. */
    @Function(
            name = {"toHex", "to_hex", "math:hex"},
            description = "The whole number in hexadecimal digits.",
            examples = "toHex(address)")
    public static String toHex(long value) {
        return Long.toHexString(value);
    }

    /** From one base to another. */
    @Function(
            name = {"conv", "math:conv"},
            description =
                    "A whole number written in one base, written in another; null when the text is no such number.",
            examples = "conv('7f', 16, 10)")
    public static String conv(String digits, int from, int to) {
        checkBase(from);
        checkBase(to);
        try {
            return new BigInteger(digits.strip(), from).toString(to).toUpperCase(Locale.ROOT);
        } catch (NumberFormatException e) {
            return null; // as a text that is no number becomes null in a cast
        }
    }

    private static void checkBase(int base) {
        if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
            throw FunctionError.BAD_BASE.with("base", base);
        }
    }

    /** A text as INT. */
    @Function(
            name = "math:parseInt",
            description = "The INT that the text says; null when it says none.",
            examples = "math:parseInt('123')")
    public static Integer parseInt(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text as LONG. */
    @Function(
            name = "math:parseLong",
            description = "The LONG that the text says; null when it says none.",
            examples = "math:parseLong('123')")
    public static Long parseLong(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text as FLOAT. */
    @Function(
            name = "math:parseFloat",
            description = "The FLOAT that the text says; null when it says none.",
            examples = "math:parseFloat('1.5')")
    public static Float parseFloat(String text) {
        try {
            return Float.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text as DOUBLE. */
    @Function(
            name = "math:parseDouble",
            description = "The DOUBLE that the text says; null when it says none.",
            examples = "math:parseDouble('1.5')")
    public static Double parseDouble(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
