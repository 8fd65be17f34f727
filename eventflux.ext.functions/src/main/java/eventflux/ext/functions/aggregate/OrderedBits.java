package eventflux.ext.functions.aggregate;

/** DOUBLE values as LONG values of the same order, in which -0.0 is below 0.0 and not-a-number above everything. */
final class OrderedBits {

    private OrderedBits() {}

    static long of(double value) {
        return turned(Double.doubleToLongBits(value));
    }

    static double toDouble(long ordered) {
        return Double.longBitsToDouble(turned(ordered));
    }

    /** Turns the bits below the sign of negative values, whose order is the reverse of their bits'; undoes itself. */
    private static long turned(long bits) {
        return bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
    }
}
