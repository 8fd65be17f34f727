package eventflux.api.spi;

/** What may stand as an argument of a window, source or sink. Arguments of functions and aggregators have column types. */
public enum ParameterType {
    /** A constant INT. */
    INT,
    /** A constant LONG; an INT widens. */
    LONG,
    /** A constant DOUBLE; every number widens. */
    DOUBLE,
    /** {@code true} or {@code false}. */
    BOOL,
    /** A constant text. */
    STRING,
    /** A duration such as {@code 5 sec}, or a whole number of milliseconds. */
    TIME,
    /** The name of a column of the stream. */
    COLUMN,
    /**
     * A condition over the rows of a window, itself or as a text: columns of the row at hand, {@code first.column} and {@code
     * last.column}, {@code eventTimestamp(first)}, aggregates such as {@code count()}. For windows only, some of which take a text
     * that is calculated for each row.
     */
    CONDITION
}
