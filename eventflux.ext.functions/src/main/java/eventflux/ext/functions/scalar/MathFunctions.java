package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import org.osgi.service.component.annotations.Component;

/**
 * Functions of numbers; angles are in radians. Those that cannot be exact are {@link StrictMath}'s, which gives the
 * same digits on every machine and every Java version, so that a replay gives the same output.
 */
@Component(service = FunctionLibrary.class)
public final class MathFunctions implements FunctionLibrary {

    private static final String ABS =
            "The value without its sign; an error for the smallest INT or LONG, which has none.";
    private static final String SIGN = "-1, 0 or 1 for a negative number, zero or a positive one; null for NaN.";

    /** The magnitude of an INT. */
    @Function(
            name = {"abs", "math:abs"},
            description = ABS,
            examples = "abs(change)")
    public static int abs(int value) {
        return Math.absExact(value);
    }

    /** The magnitude of a LONG. */
    @Function(
            name = {"abs", "math:abs"},
            description = ABS)
    public static long abs(long value) {
        return Math.absExact(value);
    }

    /** The magnitude of a FLOAT. */
    @Function(
            name = {"abs", "math:abs"},
            description = ABS)
    public static float abs(float value) {
        return Math.abs(value);
    }

    /** The magnitude of a DOUBLE. */
    @Function(
            name = {"abs", "math:abs"},
            description = ABS)
    public static double abs(double value) {
        return Math.abs(value);
    }

    /** The sign of a whole number. */
    @Function(
            name = {"sign", "signum", "math:signum"},
            description = SIGN,
            examples = "sign(change)")
    public static int sign(long value) {
        return Long.signum(value);
    }

    /** The sign of a real number. */
    @Function(
            name = {"sign", "signum", "math:signum"},
            description = SIGN)
    public static Integer sign(double value) {
        return Double.isNaN(value) ? null : (Integer) (int) Math.signum(value);
    }

    /** The next whole number upwards. */
    @Function(
            name = {"ceil", "ceiling", "math:ceil"},
            description = "The smallest whole number that is not less.",
            examples = "ceil(price)")
    public static double ceil(double value) {
        return Math.ceil(value);
    }

    /** The next whole number downwards. */
    @Function(
            name = {"floor", "math:floor"},
            description = "The largest whole number that is not more.",
            examples = "floor(price)")
    public static double floor(double value) {
        return Math.floor(value);
    }

    /** The nearest whole number. */
    @Function(
            name = {"round", "math:round"},
            description = "The nearest whole number, the one away from zero of two.",
            examples = "round(price)")
    public static double round(double value) {
        return Rounding.halfAwayFromZero(value, 0);
    }

    /** The nearest decimal of so many digits. */
    @Function(
            name = {"round", "math:round"},
            description = "The nearest decimal with so many digits after the point, the one away from zero of two.",
            examples = "round(price, 2)")
    public static double round(double value, int digits) {
        return Rounding.halfAwayFromZero(value, digits);
    }

    /** The whole part. */
    @Function(
            name = {"trunc", "truncate"},
            description = "The value without what stands after the point.",
            examples = "trunc(price)")
    public static double trunc(double value) {
        return Rounding.towardZero(value, 0);
    }

    /** The first digits. */
    @Function(
            name = {"trunc", "truncate"},
            description = "The value without the digits after the first so many behind the point.",
            examples = "trunc(price, 2)")
    public static double trunc(double value, int digits) {
        return Rounding.towardZero(value, digits);
    }

    /** The square root. */
    @Function(
            name = {"sqrt", "math:sqrt"},
            description = "The square root; NaN of a negative number.",
            examples = "sqrt(area)")
    public static double sqrt(double value) {
        return Math.sqrt(value);
    }

    /** The exponential function. */
    @Function(
            name = {"exp", "math:exp"},
            description = "Euler's number to this power.",
            examples = "exp(rate)")
    public static double exp(double value) {
        return StrictMath.exp(value);
    }

    /** The natural logarithm. */
    @Function(
            name = {"ln", "log", "math:ln"},
            description = "The natural logarithm; NaN of a negative number.",
            examples = "ln(ratio)")
    public static double ln(double value) {
        return StrictMath.log(value);
    }

    /** The logarithm to a base. */
    @Function(
            name = "log",
            description = "The logarithm of the second number to the base of the first.",
            examples = "log(2, size)")
    public static double log(double base, double value) {
        return StrictMath.log(value) / StrictMath.log(base);
    }

    /** The decimal logarithm. */
    @Function(
            name = {"log10", "math:log10"},
            description = "The logarithm to base 10; NaN of a negative number.",
            examples = "log10(ratio)")
    public static double log10(double value) {
        return StrictMath.log10(value);
    }

    /** A power. */
    @Function(
            name = {"power", "pow", "math:power"},
            description = "The first number to the power of the second.",
            examples = "power(growth, years)")
    public static double power(double base, double exponent) {
        return StrictMath.pow(base, exponent);
    }

    /** The remainder. */
    @Function(
            name = "mod",
            description =
                    "What remains of the first number divided by the second, with the sign of the first; null by zero.",
            examples = "mod(angle, 360.0)")
    public static Double mod(double dividend, double divisor) {
        return divisor == 0 ? null : (Double) (dividend % divisor);
    }

    /** The sine. */
    @Function(
            name = {"sin", "math:sin"},
            description = "The sine of an angle.",
            examples = "sin(angle)")
    public static double sin(double angle) {
        return StrictMath.sin(angle);
    }

    /** The cosine. */
    @Function(
            name = {"cos", "math:cos"},
            description = "The cosine of an angle.",
            examples = "cos(angle)")
    public static double cos(double angle) {
        return StrictMath.cos(angle);
    }

    /** The tangent. */
    @Function(
            name = {"tan", "math:tan"},
            description = "The tangent of an angle.",
            examples = "tan(angle)")
    public static double tan(double angle) {
        return StrictMath.tan(angle);
    }

    /** The arc sine. */
    @Function(
            name = {"asin", "math:asin"},
            description = "The angle of a sine; NaN beyond -1 and 1.",
            examples = "asin(ratio)")
    public static double asin(double sine) {
        return StrictMath.asin(sine);
    }

    /** The arc cosine. */
    @Function(
            name = {"acos", "math:acos"},
            description = "The angle of a cosine; NaN beyond -1 and 1.",
            examples = "acos(ratio)")
    public static double acos(double cosine) {
        return StrictMath.acos(cosine);
    }

    /** The arc tangent. */
    @Function(
            name = {"atan", "math:atan"},
            description = "The angle of a tangent.",
            examples = "atan(ratio)")
    public static double atan(double tangent) {
        return StrictMath.atan(tangent);
    }
}
