package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {

    private static final int TRIES = 50_000;

    @Test
    void roundsHalvesAwayFromZero() {
        assertThat(MathFunctions.round(0.5)).isEqualTo(1.0);
        assertThat(MathFunctions.round(-2.5)).isEqualTo(-3.0);
        assertThat(MathFunctions.round(0.49999999999999994)).isEqualTo(0.0);
        assertThat(MathFunctions.round(0.125, 2)).isEqualTo(0.13);
        assertThat(MathFunctions.round(-0.125, 2)).isEqualTo(-0.13);
    }

    @Test
    void goesByTheExactValue() {
        assertThat(MathFunctions.round(2.675, 2)).isEqualTo(2.67);
        assertThat(MathFunctions.round(1.005, 2)).isEqualTo(1.0);
    }

    @Test
    void roundsBeforeThePointWhenThereAreLessThanNoDigits() {
        assertThat(MathFunctions.round(1250, -2)).isEqualTo(1300);
        assertThat(MathFunctions.trunc(-1299, -2)).isEqualTo(-1200);
        assertThat(MathFunctions.round(1e300, -400)).isEqualTo(0.0);
    }

    @Test
    void leavesAloneWhatHasNoSuchDigits() {
        assertThat(MathFunctions.round(Double.NaN, 2)).isNaN();
        assertThat(MathFunctions.round(Double.NEGATIVE_INFINITY, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(MathFunctions.round(1e300, 2)).isEqualTo(1e300);
        assertThat(MathFunctions.round(0.1, Integer.MAX_VALUE)).isEqualTo(0.1);
        assertThat(MathFunctions.trunc(Double.MIN_VALUE, 5000)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void truncatesTowardZero() {
        assertThat(MathFunctions.trunc(2.99)).isEqualTo(2.0);
        assertThat(MathFunctions.trunc(-2.99)).isEqualTo(-2.0);
        assertThat(MathFunctions.trunc(0.29, 2)).isEqualTo(0.28);
        assertThat(MathFunctions.trunc(8.345, 2)).isEqualTo(8.34);
    }

    @Test
    void agreesWithExactDecimalArithmetic() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            double value = value(random);
            int digits = random.nextInt(26) - 3;
            assertThat(MathFunctions.round(value, digits))
                    .as("round(%s, %s)", value, digits)
                    .isEqualByComparingTo(exact(value, digits, RoundingMode.HALF_UP));
            assertThat(MathFunctions.trunc(value, digits))
                    .as("trunc(%s, %s)", value, digits)
                    .isEqualByComparingTo(exact(value, digits, RoundingMode.DOWN));
        }
    }

    /** Decimals that look like halves, binary halves, and anything. */
    private static double value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> (random.nextInt(2_000_000) - 1_000_000) / 1000.0;
            case 1 -> (random.nextInt(2_000_000) - 1_000_000) / 1024.0;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(30) - 10);
        };
    }

    private static double exact(double value, int digits, RoundingMode mode) {
        double result = new BigDecimal(value).setScale(digits, mode).doubleValue();
        return result == 0 ? Math.copySign(0, value) : result;
    }
}
