package eventflux.core.resolved;

/** Comparisons. BOOL and OBJECT know only the first two; STRING is ordered by code points. */
public enum ComparisonOperator {
    /** Equal. */
    EQUAL("="),
    /** Not equal. */
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

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator that says the same of the operands changed round. */
    public ComparisonOperator mirrored() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }

    /** Whether it is true of equal operands. */
    public boolean includesEqual() {
        return this == EQUAL || this == LESS_OR_EQUAL || this == GREATER_OR_EQUAL;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
