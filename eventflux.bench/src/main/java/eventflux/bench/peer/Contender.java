package eventflux.bench.peer;

/** One engine with one application, and one way of sending into it. Used by one thread. */
public interface Contender extends AutoCloseable {

    /** Sends a round of {@link Trades#ROWS} rows and returns when all of them have been processed. */
    void sendRound(Trades trades);

    @Override
    void close();
}
