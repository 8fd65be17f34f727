package eventflux.bench.latency;

/** Sends one event at a time into an engine with one query. Used by one thread. */
interface Sender extends AutoCloseable {

    /** The query. */
    String TEXT = "define stream Trades (symbol string, price double, volume long);"
            + " from Trades[price >= 500.0 and volume >= 0L] select symbol, price insert into Results;";

    /** Prices are below this. */
    int PRICES = 1_000;

    /** Who it is. */
    String label();

    /** Sends the event of a number. */
    void send(long event);

    @Override
    void close();
}
