package eventflux.bench.latency;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;

/** Siddhi, synchronous, with the same text. */
final class SiddhiSender implements Sender {

    private final SiddhiManager manager = new SiddhiManager();
    private final InputHandler input;
    // Written by the sending thread; read, so that nothing is optimised away.
    private double total;

    SiddhiSender() {
        SiddhiAppRuntime app = manager.createSiddhiAppRuntime(TEXT);
        app.addCallback("Results", new StreamCallback() {
            @Override
            public void receive(Event[] events) {
                for (Event event : events) {
                    total += (Double) event.getData(1);
                }
            }
        });
        app.start();
        input = app.getInputHandler("Trades");
    }

    @Override
    public String label() {
        return "Siddhi";
    }

    @Override
    public void send(long event) {
        try {
            input.send(event, new Object[] {"ACME", (double) (event * 7 % PRICES), event});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        manager.shutdown();
    }
}
