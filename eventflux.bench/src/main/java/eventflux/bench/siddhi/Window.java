package eventflux.bench.siddhi;

/**
 * A window of a query.
 *
 * @param call as it is written behind {@code #window.}
 * @param life how rows come and leave
 */
record Window(String call, Life life) {

    static final Window NONE = new Window("", Life.NONE);

    String text() {
        return call.isEmpty() ? "" : "#window." + call;
    }

    String kind() {
        return call.isEmpty() ? "no window" : call.replaceAll("\\(.*", "");
    }

    /** How rows come and leave. */
    enum Life {
        /** There is no window. */
        NONE,
        /** Rows come one by one and leave one by one. */
        SLIDING,
        /** Rows come one by one, and several may leave at once. */
        GATHERING,
        /** Rows come and leave batch by batch. */
        BATCH;

        boolean isBatch() {
            return this == BATCH;
        }
    }
}
