package eventflux.api.query.definition;

/** What may be said of a column beside its type. */
public enum ColumnConstraint {
    /** It identifies the row. */
    PRIMARY_KEY,
    /** It is never null. */
    NOT_NULL
}
