package eventflux.core.compile.code.runtime;

/** Whole-number division that refuses the one quotient which does not fit: that of the smallest number and -1. */
public final class Division {

    private Division() {}

    /** The quotient toward zero; the divisor is not zero. */
    public static int divide(int dividend, int divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }

    /** The quotient toward zero; the divisor is not zero. */
    public static long divide(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }
}
