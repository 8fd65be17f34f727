package eventflux.api.query.expression;

/** Arithmetic, comparison, and the joining of texts. */
public enum BinaryOperator {
    /** Sum. */
    ADD("+"),
    /** Difference. */
    SUBTRACT("-"),
    /** Product. */
    MULTIPLY("*"),
    /** Quotient, whose type depends on the dialect. */
    DIVIDE("/"),
    /** Quotient without its fraction. */
    INTEGER_DIVIDE("DIV"),
    /** Remainder. */
    REMAINDER("%"),
    /** One text of two. */
    CONCATENATE("||"),
    /** Equality, also written {@code ==}. */
    EQUAL("="),
    /** Inequality, also written {@code <>}. */
    NOT_EQUAL("!="),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    LESS_OR_EQUAL("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** Whether it compares. */
    public boolean isComparison() {
        return ordinal() >= EQUAL.ordinal();
    }
}
