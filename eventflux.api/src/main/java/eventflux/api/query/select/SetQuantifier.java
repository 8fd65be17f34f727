package eventflux.api.query.select;

/** Whether equal rows count once. */
public enum SetQuantifier {
    /** Each counts. */
    ALL,
    /** Equal ones count once. */
    DISTINCT
}
