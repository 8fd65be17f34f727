package eventflux.core.operator.pattern;

/** Counts the events, and alarms, that a pattern sees. Used by the thread that owns the application. */
final class PresentEvent {

    // The one that is being processed.
    private long number = 1;

    long number() {
        return number;
    }

    /** Another one comes; or the same one again, after a step back. */
    void next() {
        number++;
    }

    /** What is done until {@link #next} is done as if before this one. */
    void back() {
        number--;
    }
}
