package eventflux.bench.peer;

import java.util.Locale;

/** What is asked of every engine, in words that all of them understand. */
public enum Workload {
    /** Two conditions; one row in four passes. */
    FILTER("from Trades[price >= 640.0 and volume >= 5000L] select symbol, price insert into Results;"),
    /** A text carried over and a multiplication. */
    PROJECTION("from Trades select symbol, price * volume as amount insert into Results;"),
    /** A result for each row, over the last thousand. */
    LENGTH_WINDOW("from Trades#window.length(1000)"
            + " select avg(price) as mean, sum(price) as total, max(price) as highest insert into Results;"),
    /** A result for each symbol and second of event time, about ten rows each. */
    TUMBLING("from Trades#window.externalTimeBatch(ts, 1 sec)"
            + " select symbol, sum(price) as total, count() as trades group by symbol insert into Results;");

    /** The stream that rows are sent into. */
    static final String INPUT = "Trades";

    /** The stream that results are taken from. */
    static final String OUTPUT = "Results";

    private static final String DEFINITION =
            "define stream Trades (symbol string, price double, volume long, ts long);";

    private final String query;

    Workload(String query) {
        this.query = query;
    }

    /** The whole application. */
    String text() {
        return "@app:name('%s')%n%s%n%s".formatted(label(), DEFINITION, query);
    }

    /** The name for people. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
