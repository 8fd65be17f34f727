package eventflux.api.query.expression;

/** The type that the spelling of a number gives it. */
public enum NumberKind {
    /** {@code 12}, where it fits into 32 bits. */
    INT,
    /** {@code 12L}, or a whole number that needs 64 bits. */
    LONG,
    /** {@code 1.5f}. */
    FLOAT,
    /** {@code 1.5}, {@code 1.5d}, {@code 2e3}. */
    DOUBLE
}
