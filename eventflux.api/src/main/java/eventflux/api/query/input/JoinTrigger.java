package eventflux.api.query.input;

/** The rows of which side of a join start a search on the other side. */
public enum JoinTrigger {
    /** Those of both. */
    BOTH,
    /** Those of the left side: it is {@code unidirectional}. */
    LEFT,
    /** Those of the right side: it is {@code unidirectional}. */
    RIGHT
}
