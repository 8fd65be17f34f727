package eventflux.testkit.window;

/**
 * One thing that a window emits.
 *
 * @param kind what
 * @param serial of the row; 0 without one
 */
record Emission(Kind kind, long serial) {

    enum Kind {
        CURRENT,
        EXPIRED,
        RESET
    }

    @Override
    public String toString() {
        return switch (kind) {
            case CURRENT -> "+" + serial;
            case EXPIRED -> "-" + serial;
            case RESET -> "reset";
        };
    }
}
