package eventflux.bench.deploy;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.bench.peer.Way;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.output.StreamCallback;

/** A process that deploys one query, sends one event, and says when it has seen the result. */
final class FirstResult {

    /** What it says, before the processor time that the process has taken, in milliseconds. */
    static final String SEEN = "seen ";

    private static final String TEXT = "define stream Trades (symbol string, price double, volume long);"
            + " from Trades[price > 1.0] select symbol, price * volume as amount insert into Results;";
    private static final Object[] EVENT = {"ACME", 2.0, 3L};

    private FirstResult() {}

    /**
     * Runs once.
     *
     * @param args the way
     * @throws InterruptedException when sending is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        if (Way.valueOf(args[0]) == Way.SIDDHI) {
            siddhi();
        } else {
            eventFlux();
        }
        // Peers leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    private static void eventFlux() {
        EventFluxManager manager = EventFluxManager.create();
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
        app.addRowCallback("Results", row -> say());
        app.start();
        app.inputHandler("Trades").send(EVENT);
    }

    private static void siddhi() throws InterruptedException {
        SiddhiAppRuntime app = new SiddhiManager().createSiddhiAppRuntime(TEXT);
        app.addCallback("Results", new StreamCallback() {
            @Override
            public void receive(Event[] events) {
                say();
            }
        });
        app.start();
        app.getInputHandler("Trades").send(EVENT);
    }

    private static void say() {
        long millis =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(SEEN + millis);
        System.out.flush();
    }
}
