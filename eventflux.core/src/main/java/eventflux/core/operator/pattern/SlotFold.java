package eventflux.core.operator.pattern;

/** How the values of collected events become one value, slot by slot. The first value is folded alone. */
public enum SlotFold {
    /** How many. */
    COUNT {
        @Override
        long first(long value) {
            return 1;
        }

        @Override
        long fold(long before, long value) {
            return before + 1;
        }
    },
    /** The sum of whole numbers; an {@link ArithmeticException} when it does not fit. */
    SUM_OF_LONG {
        @Override
        long fold(long before, long value) {
            return Math.addExact(before, value);
        }
    },
    /** The sum of FLOAT values, a DOUBLE. */
    SUM_OF_FLOAT {
        @Override
        long first(long value) {
            return Double.doubleToRawLongBits(Float.intBitsToFloat((int) value));
        }

        @Override
        long fold(long before, long value) {
            return Double.doubleToRawLongBits(Double.longBitsToDouble(before) + Float.intBitsToFloat((int) value));
        }
    },
    /** The sum of DOUBLE values. */
    SUM_OF_DOUBLE {
        @Override
        long fold(long before, long value) {
            return Double.doubleToRawLongBits(Double.longBitsToDouble(before) + Double.longBitsToDouble(value));
        }
    },
    /** The least whole number. */
    MIN_OF_LONG {
        @Override
        long fold(long before, long value) {
            return Math.min(before, value);
        }
    },
    /** The least FLOAT. */
    MIN_OF_FLOAT {
        @Override
        long fold(long before, long value) {
            return compareFloats(before, value) <= 0 ? before : value;
        }
    },
    /** The least DOUBLE. */
    MIN_OF_DOUBLE {
        @Override
        long fold(long before, long value) {
            return compareDoubles(before, value) <= 0 ? before : value;
        }
    },
    /** The greatest whole number. */
    MAX_OF_LONG {
        @Override
        long fold(long before, long value) {
            return Math.max(before, value);
        }
    },
    /** The greatest FLOAT. */
    MAX_OF_FLOAT {
        @Override
        long fold(long before, long value) {
            return compareFloats(before, value) >= 0 ? before : value;
        }
    },
    /** The greatest DOUBLE. */
    MAX_OF_DOUBLE {
        @Override
        long fold(long before, long value) {
            return compareDoubles(before, value) >= 0 ? before : value;
        }
    };

    /** The slot after the first value. */
    long first(long value) {
        return value;
    }

    /** The slot after one more value. */
    abstract long fold(long before, long value);

    private static int compareFloats(long one, long other) {
        return Float.compare(Float.intBitsToFloat((int) one), Float.intBitsToFloat((int) other));
    }

    private static int compareDoubles(long one, long other) {
        return Double.compare(Double.longBitsToDouble(one), Double.longBitsToDouble(other));
    }
}
