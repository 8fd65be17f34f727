package eventflux.api.query.expression;

/** The quotes around a string. */
public enum Quote {
    /** {@code 'text'}. */
    SINGLE,
    /** {@code "text"}: in the SQL dialect it may mean a column of that name. */
    DOUBLE,
    /** Three double quotes on each side; the text may run over several lines. */
    TRIPLE
}
