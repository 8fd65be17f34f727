package eventflux.bench.latency;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.RowAppender;

/** Typed values in, a cursor out. */
final class TypedSender implements Sender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final RowAppender appender;
    // Written by the sending thread; read, so that nothing is optimised away.
    private double total;

    TypedSender() {
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
        app.addRowCallback("Results", row -> total += row.getDouble(1));
        app.start();
        appender = app.inputHandler("Trades").appender();
    }

    @Override
    public String label() {
        return "EventFlux typed";
    }

    @Override
    public void send(long event) {
        appender.begin(event)
                .setString(0, "ACME")
                .setDouble(1, event * 7 % PRICES)
                .setLong(2, event)
                .commit();
        appender.flush();
    }

    @Override
    public void close() {
        manager.close();
    }
}
