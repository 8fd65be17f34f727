package eventflux.api.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Prints floating-point numbers: the shortest decimal that reads back as the same value, and of several such the nearest. At
 * least one digit stands after the point; from a millionth up to 10^15 no exponent is used. {@link Double#toString(double)} is
 * not used because its digits differ between Java 17 and later versions.
 */
public final class DecimalText {

    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_BELOW = 1e15;

    /** A decimal of so many digits is the only one of its length that reads as its double. */
    private static final double UNIQUE_DOUBLE = 1e15;

    private static final int DOUBLE_DIGITS = 17;

    /** The same for floats. */
    private static final float UNIQUE_FLOAT = 1e6f;

    private static final int FLOAT_DIGITS = 9;

    /** Powers of ten that both a double and a long hold exactly. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    /** So many of them are exact in a float as well. */
    private static final int FLOAT_TENS = 11;

    private DecimalText() {}

    /** The text of a double. */
    public static String of(double value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** The text of a float. */
    public static String of(float value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /** Appends the text of a double. Most numbers that people write, those of up to 15 digits, take no memory. */
    public static void append(StringBuilder out, double value) {
        if (appendSpecial(out, value)) {
            return;
        }
        double magnitude = Math.abs(value);
        if (magnitude >= PLAIN_FROM && magnitude < PLAIN_BELOW) {
            for (int places = 0; places < TENS.length; places++) {
                double digits = Math.rint(magnitude * TENS[places]);
                if (digits >= UNIQUE_DOUBLE) {
                    break;
                }
                if (digits / TENS[places] == magnitude) {
                    appendPlain(out, (long) digits, places);
                    return;
                }
            }
        }
        appendShortest(out, new BigDecimal(magnitude), DOUBLE_DIGITS, text -> text.doubleValue() == magnitude);
    }

    /** Appends the text of a float. Most numbers of up to 6 digits take no memory. */
    public static void append(StringBuilder out, float value) {
        if (appendSpecial(out, value)) {
            return;
        }
        float magnitude = Math.abs(value);
        if (magnitude >= PLAIN_FROM && magnitude < PLAIN_BELOW) {
            for (int places = 0; places < FLOAT_TENS; places++) {
                float digits = (float) Math.rint(magnitude * TENS[places]);
                if (digits >= UNIQUE_FLOAT) {
                    break;
                }
                if (digits / (float) TENS[places] == magnitude) {
                    appendPlain(out, (long) digits, places);
                    return;
                }
            }
        }
        appendShortest(out, new BigDecimal(magnitude), FLOAT_DIGITS, text -> text.floatValue() == magnitude);
    }

    /**
     * Appends a number with a fixed count of digits after the point, half rounded away from zero as the shortest decimal reads:
     * 1.005 with two places gives 1.01. Not-a-number and the infinities print as words.
     */
    public static void appendFixed(StringBuilder out, double value, int places) {
        appendFixed(out, of(value), places);
    }

    /** The same for a float. */
    public static void appendFixed(StringBuilder out, float value, int places) {
        appendFixed(out, of(value), places);
    }

    private static void appendFixed(StringBuilder out, String shortest, int places) {
        char last = shortest.charAt(shortest.length() - 1);
        if (last < '0' || last > '9') {
            out.append(shortest);
            return;
        }
        out.append(
                new BigDecimal(shortest).setScale(places, RoundingMode.HALF_UP).toPlainString());
    }

    private static boolean appendSpecial(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            out.append("NaN");
            return true;
        }
        if (value < 0 || value == 0 && 1 / value < 0) {
            out.append('-');
        }
        if (value == 0) {
            out.append("0.0");
        } else if (Double.isInfinite(value)) {
            out.append("Infinity");
        }
        return value == 0 || Double.isInfinite(value);
    }

    private static void appendPlain(StringBuilder out, long digits, int places) {
        if (places == 0) {
            out.append(digits).append(".0");
            return;
        }
        long unit = (long) TENS[places];
        if (digits < unit) {
            out.append("0.");
            for (long head = unit / 10; head > digits; head /= 10) {
                out.append('0');
            }
            out.append(digits);
            return;
        }
        out.append(digits);
        out.insert(out.length() - places, '.');
    }

    private static void appendShortest(
            StringBuilder out, BigDecimal exact, int mostDigits, Predicate<BigDecimal> readsBack) {
        // A text has two digits at least, so the nearest of two is taken even where one would do.
        for (int digits = 2; digits < mostDigits; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.FLOOR));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal other = nearest.equals(below) ? above : below;
            if (readsBack.test(nearest)) {
                appendDecimal(out, nearest);
                return;
            }
            if (readsBack.test(other)) {
                appendDecimal(out, other);
                return;
            }
        }
        appendDecimal(out, exact.round(new MathContext(mostDigits, RoundingMode.HALF_EVEN)));
    }

    private static void appendDecimal(StringBuilder out, BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        double size = stripped.doubleValue();
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            out.append(stripped.setScale(Math.max(1, stripped.scale())).toPlainString());
            return;
        }
        String digits = stripped.unscaledValue().toString();
        out.append(digits.charAt(0)).append('.');
        out.append(digits.length() == 1 ? "0" : digits.substring(1));
        out.append('E').append(exponent);
    }
}
