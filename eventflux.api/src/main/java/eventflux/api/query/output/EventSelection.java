package eventflux.api.query.output;

/** Which rows: those that arrive, those that leave a window, or both. */
public enum EventSelection {
    /** Those that arrive. */
    CURRENT,
    /** Those that leave a window. */
    EXPIRED,
    /** Both. */
    ALL
}
