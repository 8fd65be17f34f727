package eventflux.bench.peer;

/** A query written by hand: a call for each event, typed values, a string for a key. Not a bound, but something to look at. */
@FunctionalInterface
public interface RowLoop {

    /** Takes one event of the input with this number. */
    void process(int input, long time, String symbol, double price, long volume);
}
