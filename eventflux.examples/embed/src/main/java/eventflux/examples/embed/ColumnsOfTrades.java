package eventflux.examples.embed;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.Dictionary;

/** Many events at once, as files of columns have them: an array for each column, and names by their places in a dictionary. */
public final class ColumnsOfTrades {

    private static final String TEXT = """
            CREATE STREAM Trades (symbol STRING, price DOUBLE, volume BIGINT);

            INSERT INTO Large
            SELECT symbol, price * volume AS amount
            FROM Trades
            WHERE volume >= 50;
            """;

    private ColumnsOfTrades() {}

    /** Sends four trades in two batches and prints what comes out. */
    public static void main(String[] arguments) {
        Dictionary symbols = Dictionary.of("ACME", "INIT");
        int[] places = {0, 0, 1, 0};
        double[] prices = {10.0, 12.0, 7.5, 14.0};
        long[] volumes = {100, 50, 10, 25};
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
            app.addRowCallback("Large", row -> System.out.println(row.getString(0) + " " + row.getDouble(1)));
            app.start();
            ColumnAppender trades = app.inputHandler("Trades").columnAppender();
            for (int from = 0; from < places.length; from += 2) {
                trades.begin(2)
                        .setStrings(0, symbols, places, from)
                        .setDoubles(1, prices, from)
                        .setLongs(2, volumes, from)
                        .send();
            }
        }
    }
}
