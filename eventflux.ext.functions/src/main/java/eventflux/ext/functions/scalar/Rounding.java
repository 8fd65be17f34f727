package eventflux.ext.functions.scalar;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds a DOUBLE to decimal digits by its exact value, so 2.675, which is a little less than it looks, becomes 2.67
 * and not 2.68. The result is the DOUBLE nearest to the decimal.
 */
final class Rounding {

    /** All powers of ten that a DOUBLE holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Below it, halves are exact. */
    private static final double EXACT_HALVES = 0x1p52;

    private static final int LARGEST_EXPONENT = 309;

    private Rounding() {}

    static double halfAwayFromZero(double value, int digits) {
        double magnitude = Math.abs(value);
        if (!isSimple(magnitude, digits)) {
            return bySlowArithmetic(value, digits, RoundingMode.HALF_UP);
        }
        double scaled = magnitude * POWERS[digits];
        double whole = Math.floor(scaled);
        double fraction = scaled - whole;
        boolean isUp = fraction > 0.5 || fraction == 0.5 && lost(magnitude, digits, scaled) >= 0;
        return Math.copySign((isUp ? whole + 1 : whole) / POWERS[digits], value);
    }

    static double towardZero(double value, int digits) {
        double magnitude = Math.abs(value);
        if (!isSimple(magnitude, digits)) {
            return bySlowArithmetic(value, digits, RoundingMode.DOWN);
        }
        double scaled = magnitude * POWERS[digits];
        double whole = Math.floor(scaled);
        boolean isTooMuch = whole == scaled && lost(magnitude, digits, scaled) < 0;
        return Math.copySign((isTooMuch ? whole - 1 : whole) / POWERS[digits], value);
    }

    private static boolean isSimple(double magnitude, int digits) {
        return digits >= 0 && digits < POWERS.length && magnitude * POWERS[digits] < EXACT_HALVES;
    }

    /** What the product lost by rounding. */
    private static double lost(double magnitude, int digits, double product) {
        return Math.fma(magnitude, POWERS[digits], -product);
    }

    private static double bySlowArithmetic(double value, int digits, RoundingMode mode) {
        if (!Double.isFinite(value)) {
            return value;
        }
        if (digits < -LARGEST_EXPONENT) {
            return Math.copySign(0, value);
        }
        BigDecimal exact = new BigDecimal(value);
        return digits >= exact.scale()
                ? value
                : Math.copySign(Math.abs(exact.setScale(digits, mode).doubleValue()), value);
    }
}
