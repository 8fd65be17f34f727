package eventflux.api.event;

/** What a column holds. The order of the numeric types is their widening order. */
public enum DataType {
    /** 32-bit integer. */
    INT,
    /** 64-bit integer; also points in time (epoch milliseconds) and durations (milliseconds). */
    LONG,
    /** 32-bit IEEE 754. */
    FLOAT,
    /** 64-bit IEEE 754. */
    DOUBLE,
    /** True or false. */
    BOOL,
    /** Unicode text, kept as UTF-8. */
    STRING,
    /** Texts, numbers and truth values, and lists, sets and maps of them; off the fast path. */
    OBJECT;

    /** Whether arithmetic applies. */
    public boolean isNumeric() {
        return compareTo(DOUBLE) <= 0;
    }

    /** Whether the type is INT or LONG. */
    public boolean isInteger() {
        return compareTo(LONG) <= 0;
    }

    /**
     * Whether a value of this type may stand where {@code target} is asked for without a cast: the same type, or a numeric
     * type no wider than the target. Nothing narrows.
     */
    public boolean widensTo(DataType target) {
        return this == target || target == OBJECT || isNumeric() && target.isNumeric() && compareTo(target) <= 0;
    }
}
