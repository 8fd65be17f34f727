package eventflux.bench.siddhi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Values as literals of the classic dialect, which show their types. */
final class Values {

    // The last ones depend on the order in which sums are built.
    private static final MathContext FLOAT_DIGITS = new MathContext(6);
    private static final MathContext DOUBLE_DIGITS = new MathContext(13);

    private Values() {}

    static String text(Object[] values) {
        return Arrays.stream(values).map(Values::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(Object value) {
        if (value instanceof String string) {
            return "'" + string + "'";
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof Float number) {
            return rounded(number, FLOAT_DIGITS) + "f";
        }
        if (value instanceof Double number) {
            return rounded(number, DOUBLE_DIGITS);
        }
        return String.valueOf(value);
    }

    private static String rounded(double number, MathContext digits) {
        return Double.isFinite(number)
                ? String.valueOf(new BigDecimal(number).round(digits).doubleValue())
                : String.valueOf(number);
    }
}
