package eventflux.core.compile.code.runtime;

import eventflux.api.text.DecimalText;

/**
 * Explicit conversions. {@code toX} converts; where not every value can be converted, {@code isX} says whether this one can,
 * and {@code toX} is only called when it can. Numbers lose their fraction toward zero; a number that does not fit cannot be
 * converted; any number but zero is true.
 */
public final class Conversion {

    private static final double INT_BELOW = -0x1p31 - 1;
    private static final double INT_ABOVE = 0x1p31;
    private static final double LONG_FROM = -0x1p63;
    private static final double LONG_ABOVE = 0x1p63;

    private Conversion() {}

    /** Whether the number fits. */
    public static boolean isInt(long value) {
        return (int) value == value;
    }

    /** Whether the whole part fits. */
    public static boolean isInt(float value) {
        return isInt((double) value);
    }

    /** Whether the whole part fits. */
    public static boolean isInt(double value) {
        return value > INT_BELOW && value < INT_ABOVE;
    }

    /** Whether the whole part fits. */
    public static boolean isLong(float value) {
        return isLong((double) value);
    }

    /** Whether the whole part fits. */
    public static boolean isLong(double value) {
        return value >= LONG_FROM && value < LONG_ABOVE;
    }

    /** Whether the number has a float near it, or is infinite or not a number. */
    public static boolean isFloat(double value) {
        return Float.isFinite((float) value) || !Double.isFinite(value);
    }

    /** Whether the object is of the type. */
    public static boolean isInt(Object value) {
        return value instanceof Integer;
    }

    /** Whether the object is of the type. */
    public static boolean isLong(Object value) {
        return value instanceof Long;
    }

    /** Whether the object is of the type. */
    public static boolean isFloat(Object value) {
        return value instanceof Float;
    }

    /** Whether the object is of the type. */
    public static boolean isDouble(Object value) {
        return value instanceof Double;
    }

    /** Whether the object is of the type. */
    public static boolean isBoolean(Object value) {
        return value instanceof Boolean;
    }

    /** One or zero. */
    public static int toInt(boolean value) {
        return value ? 1 : 0;
    }

    /** The same number. */
    public static int toInt(long value) {
        return (int) value;
    }

    /** The whole part. */
    public static int toInt(float value) {
        return (int) value;
    }

    /** The whole part. */
    public static int toInt(double value) {
        return (int) value;
    }

    /** The number in the object. */
    public static int toInt(Object value) {
        return (Integer) value;
    }

    /** One or zero. */
    public static long toLong(boolean value) {
        return value ? 1 : 0;
    }

    /** The same number. */
    public static long toLong(int value) {
        return value;
    }

    /** The whole part. */
    public static long toLong(float value) {
        return (long) value;
    }

    /** The whole part. */
    public static long toLong(double value) {
        return (long) value;
    }

    /** The number in the object. */
    public static long toLong(Object value) {
        return (Long) value;
    }

    /** One or zero. */
    public static float toFloat(boolean value) {
        return value ? 1 : 0;
    }

    /** The nearest float. */
    public static float toFloat(int value) {
        return value;
    }

    /** The nearest float. */
    public static float toFloat(long value) {
        return value;
    }

    /** The nearest float. */
    public static float toFloat(double value) {
        return (float) value;
    }

    /** The number in the object. */
    public static float toFloat(Object value) {
        return (Float) value;
    }

    /** One or zero. */
    public static double toDouble(boolean value) {
        return value ? 1 : 0;
    }

    /** The same number. */
    public static double toDouble(int value) {
        return value;
    }

    /** The nearest double. */
    public static double toDouble(long value) {
        return value;
    }

    /** The same number. */
    public static double toDouble(float value) {
        return value;
    }

    /** The number in the object. */
    public static double toDouble(Object value) {
        return (Double) value;
    }

    /** Whether it is not zero. */
    public static boolean toBoolean(int value) {
        return value != 0;
    }

    /** Whether it is not zero. */
    public static boolean toBoolean(long value) {
        return value != 0;
    }

    /** Whether it is not zero. */
    public static boolean toBoolean(float value) {
        return value != 0;
    }

    /** Whether it is not zero. */
    public static boolean toBoolean(double value) {
        return value != 0;
    }

    /** The truth value in the object. */
    public static boolean toBoolean(Object value) {
        return (Boolean) value;
    }

    /** Decimal digits. */
    public static String toText(int value) {
        return Integer.toString(value);
    }

    /** Decimal digits. */
    public static String toText(long value) {
        return Long.toString(value);
    }

    /** The shortest decimal that reads as the same float. */
    public static String toText(float value) {
        return DecimalText.of(value);
    }

    /** The shortest decimal that reads as the same double. */
    public static String toText(double value) {
        return DecimalText.of(value);
    }

    /** {@code true} or {@code false}. */
    public static String toText(boolean value) {
        return Boolean.toString(value);
    }

    /** What the object says of itself; numbers as everywhere. */
    public static String toText(Object value) {
        if (value instanceof Double) {
            return toText((double) value);
        }
        return value instanceof Float ? toText((float) value) : value.toString();
    }
}
