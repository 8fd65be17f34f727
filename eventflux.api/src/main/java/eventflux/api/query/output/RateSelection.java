package eventflux.api.query.output;

/** Which of the rows held back come out. */
public enum RateSelection {
    /** All of them. */
    ALL,
    /** The first. */
    FIRST,
    /** The last. */
    LAST
}
