package eventflux.core.compile;

/** What becomes of the rows that a window tells of. */
enum WindowUse {
    /** They are taken into results as they come, and nobody looks at those that leave. */
    FOLDED,
    /** Those that come are read until the step ends; nobody looks at those that leave. */
    CURRENT,
    /** Those that leave are looked at too. */
    EXPIRED_TOO;

    /** Of rows that are read until the step ends. */
    static WindowUse of(boolean expiredWanted) {
        return expiredWanted ? EXPIRED_TOO : CURRENT;
    }

    /** Whether anybody looks at the rows that leave. */
    boolean expired() {
        return this == EXPIRED_TOO;
    }
}
