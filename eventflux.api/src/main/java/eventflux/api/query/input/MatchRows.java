package eventflux.api.query.input;

/** What a match gives. */
public enum MatchRows {
    /** One row. */
    ONE,
    /** Each of its rows. */
    ALL
}
