package eventflux.api.spi.table;

/** How a condition compares two values. */
public enum StoreComparison {
    /** Both are the same. */
    EQUAL("="),
    /** They differ. */
    NOT_EQUAL("<>"),
    /** The left one is smaller. */
    LESS("<"),
    /** The left one is not greater. */
    LESS_OR_EQUAL("<="),
    /** The left one is greater. */
    GREATER(">"),
    /** The left one is not smaller. */
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    StoreComparison(String symbol) {
        this.symbol = symbol;
    }

    /** The operator, as SQL writes it. */
    public String symbol() {
        return symbol;
    }
}
