package eventflux.ext.functions.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Arithmetic on lists of boxed numbers, exact as long as possible. */
final class Models {

    /** So many digits that nothing is rounded but the last result. */
    static final MathContext EXACT_ENOUGH = new MathContext(120);

    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0};
    private static final double[] ODD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e300, -1e300, Double.MIN_VALUE
    };

    private Models() {}

    /** Values of all magnitudes, some of which are not finite. */
    static Function<Random, Object> oddDoubles() {
        return random -> random.nextInt(6) == 0 ? ODD[random.nextInt(ODD.length)] : (random.nextInt(81) - 40) / 10d;
    }

    /** Small values, and some that are not finite. */
    static Function<Random, Object> doublesNotFinite() {
        return random -> random.nextInt(6) == 0
                ? NOT_FINITE[random.nextInt(NOT_FINITE.length)]
                : (random.nextInt(81) - 40) / 10d;
    }

    /** Values of all magnitudes that a sum keeps apart. */
    static Function<Random, Object> finiteDoubles() {
        return random -> random.nextInt(6) == 0 ? random.nextGaussian() * 1e12 : (random.nextInt(81) - 40) / 10d;
    }

    static boolean areFinite(List<Object> values) {
        return values.stream().allMatch(value -> Double.isFinite(((Number) value).doubleValue()));
    }

    static BigDecimal sum(List<Object> values) {
        return values.stream().map(Models::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal squaredDifferences(List<Object> values) {
        BigDecimal mean = sum(values).divide(BigDecimal.valueOf(values.size()), EXACT_ENOUGH);
        return values.stream()
                .map(value -> exact(value).subtract(mean))
                .map(difference -> difference.multiply(difference))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal exact(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal((Double) value);
    }

    /** The sum as a DOUBLE; of values that are not finite, whatever order gives the same. */
    static double doubleSum(List<Object> values) {
        return areFinite(values)
                ? sum(values).doubleValue()
                : values.stream()
                        .mapToDouble(value -> (Double) value)
                        .filter(value -> !Double.isFinite(value))
                        .sum();
    }
}
