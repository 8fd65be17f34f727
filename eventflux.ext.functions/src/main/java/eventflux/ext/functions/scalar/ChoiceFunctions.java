package eventflux.ext.functions.scalar;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import org.osgi.service.component.annotations.Component;

/** Functions that answer one of their arguments. */
@Component(service = FunctionLibrary.class)
public final class ChoiceFunctions implements FunctionLibrary {

    private static final String MAXIMUM = "The largest of the arguments; nulls are skipped.";
    private static final String MINIMUM = "The smallest of the arguments; nulls are skipped.";

    /** The largest INT. */
    @Function(
            name = {"maximum", "greatest", "math:max"},
            description = MAXIMUM,
            examples = "maximum(bid, ask, 0)")
    public static Integer maximum(Integer... values) {
        Integer best = null;
        for (Integer value : values) {
            if (best == null || value != null && value > best) {
                best = value;
            }
        }
        return best;
    }

    /** The largest LONG. */
    @Function(
            name = {"maximum", "greatest", "math:max"},
            description = MAXIMUM)
    public static Long maximum(Long... values) {
        Long best = null;
        for (Long value : values) {
            if (best == null || value != null && value > best) {
                best = value;
            }
        }
        return best;
    }

    /** The largest FLOAT; NaN if there is one. */
    @Function(
            name = {"maximum", "greatest", "math:max"},
            description = MAXIMUM)
    public static Float maximum(Float... values) {
        Float best = null;
        for (Float value : values) {
            if (value != null) {
                best = best == null ? value : Float.valueOf(Math.max(best, value));
            }
        }
        return best;
    }

    /** The largest DOUBLE; NaN if there is one. */
    @Function(
            name = {"maximum", "greatest", "math:max"},
            description = MAXIMUM)
    public static Double maximum(Double... values) {
        Double best = null;
        for (Double value : values) {
            if (value != null) {
                best = best == null ? value : Double.valueOf(Math.max(best, value));
            }
        }
        return best;
    }

    /** The smallest INT. */
    @Function(
            name = {"minimum", "least", "math:min"},
            description = MINIMUM,
            examples = "minimum(bid, ask)")
    public static Integer minimum(Integer... values) {
        Integer best = null;
        for (Integer value : values) {
            if (best == null || value != null && value < best) {
                best = value;
            }
        }
        return best;
    }

    /** The smallest LONG. */
    @Function(
            name = {"minimum", "least", "math:min"},
            description = MINIMUM)
    public static Long minimum(Long... values) {
        Long best = null;
        for (Long value : values) {
            if (best == null || value != null && value < best) {
                best = value;
            }
        }
        return best;
    }

    /** The smallest FLOAT; NaN if there is one. */
    @Function(
            name = {"minimum", "least", "math:min"},
            description = MINIMUM)
    public static Float minimum(Float... values) {
        Float best = null;
        for (Float value : values) {
            if (value != null) {
                best = best == null ? value : Float.valueOf(Math.min(best, value));
            }
        }
        return best;
    }

    /** The smallest DOUBLE; NaN if there is one. */
    @Function(
            name = {"minimum", "least", "math:min"},
            description = MINIMUM)
    public static Double minimum(Double... values) {
        Double best = null;
        for (Double value : values) {
            if (value != null) {
                best = best == null ? value : Double.valueOf(Math.min(best, value));
            }
        }
        return best;
    }
}
