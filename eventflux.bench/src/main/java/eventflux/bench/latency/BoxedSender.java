package eventflux.bench.latency;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.InputHandler;

/** Boxed values in, events out. */
final class BoxedSender implements Sender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final InputHandler input;
    // Written by the sending thread; read, so that nothing is optimised away.
    private double total;

    BoxedSender() {
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
        app.addCallback("Results", (Event[] events) -> {
            for (Event event : events) {
                total += (Double) event.data(1);
            }
        });
        app.start();
        input = app.inputHandler("Trades");
    }

    @Override
    public String label() {
        return "EventFlux Object[]";
    }

    @Override
    public void send(long event) {
        input.send(event, new Object[] {"ACME", (double) (event * 7 % PRICES), event});
    }

    @Override
    public void close() {
        manager.close();
    }
}
