package eventflux.examples.embed;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.InputHandler;

/** The engine as a library: a text, a callback, a few events. */
public final class AveragePrices {

    private static final String TEXT = """
            CREATE STREAM Trades (symbol STRING, price DOUBLE, volume BIGINT);

            INSERT INTO Averages
            SELECT symbol, AVG(price) AS average, SUM(volume) AS volume
            FROM Trades WINDOW('length', 3)
            GROUP BY symbol;
            """;

    private AveragePrices() {}

    /** Sends four trades and prints what comes out. */
    public static void main(String[] arguments) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
            app.addCallback("Averages", events -> {
                for (Event event : events) {
                    System.out.println(event.data(0) + " " + event.data(1) + " " + event.data(2));
                }
            });
            app.start();
            InputHandler trades = app.inputHandler("Trades");
            trades.send("ACME", 10.0, 100L);
            trades.send("ACME", 12.0, 50L);
            trades.send("INIT", 7.5, 10L);
            trades.send("ACME", 14.0, 25L);
        }
    }
}
