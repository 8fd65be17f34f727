package eventflux.api.spi.table;

/** What arithmetic does with two numbers. */
public enum StoreArithmetic {
    /** The sum. */
    ADD("+"),
    /** The difference. */
    SUBTRACT("-"),
    /** The product. */
    MULTIPLY("*"),
    /** The quotient: of whole numbers without its fraction; null where the divisor is 0. */
    DIVIDE("/"),
    /** What division leaves, with the sign of the dividend; null where the divisor is 0. */
    REMAINDER("%");

    private final String symbol;

    StoreArithmetic(String symbol) {
        this.symbol = symbol;
    }

    /** The operator. */
    public String symbol() {
        return symbol;
    }
}
