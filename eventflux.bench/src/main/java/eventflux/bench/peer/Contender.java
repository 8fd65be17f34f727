package eventflux.bench.peer;

/** One engine with one application, and one way of sending into it. Used by one thread. */
interface Contender extends AutoCloseable {

    /** Sends the next {@link Trades#STEP_ROWS} rows and returns when all of them have been processed. */
    void sendStep();

    @Override
    void close();
}
