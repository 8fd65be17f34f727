package eventflux.api.query.input;

/** Which rows without a partner come out. */
public enum JoinKind {
    /** None. */
    INNER,
    /** Those of the left side. */
    LEFT_OUTER,
    /** Those of the right side. */
    RIGHT_OUTER,
    /** Those of both sides. */
    FULL_OUTER
}
