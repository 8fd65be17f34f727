package eventflux.core.resolved;

/** Arithmetic on two operands of one numeric type. Division of INT and LONG is whole-number division. */
public enum ArithmeticOperator {
    /** Sum. */
    ADD("+"),
    /** Difference. */
    SUBTRACT("-"),
    /** Product. */
    MULTIPLY("*"),
    /** Quotient; null when the divisor is zero. */
    DIVIDE("/"),
    /** Remainder with the sign of the dividend; null when the divisor is zero. */
    REMAINDER("%");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
