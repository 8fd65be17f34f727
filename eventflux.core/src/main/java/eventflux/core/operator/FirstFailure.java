package eventflux.core.operator;

/** What has gone wrong in a step that went on nevertheless; all but the first go with it. Used by the thread that owns the application. */
final class FirstFailure {

    private Throwable first; // null when nothing has

    void add(Throwable failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    /** Throws it, and forgets it. */
    void rethrow() {
        Throwable failure = first;
        first = null;
        if (failure instanceof Error error) {
            throw error;
        } else if (failure != null) {
            throw (RuntimeException) failure;
        }
    }
}
