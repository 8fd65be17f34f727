package eventflux.bench.peer;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.InputHandler;
import java.util.Arrays;

/** EventFlux through the doors that people find first: boxed values in, events out. */
final class BoxedContender implements Contender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final InputHandler input;
    private final Results results;

    BoxedContender(Workload workload, Results results) {
        this.results = results;
        EventFluxAppRuntime runtime = manager.createEventFluxAppRuntime(workload.text());
        runtime.addCallback(Workload.OUTPUT, this::receive);
        runtime.start();
        input = runtime.inputHandler(Workload.INPUT);
    }

    private void receive(Event[] events) {
        for (Event event : events) {
            results.add((Double) event.data(1));
            if (results.isKeeping()) {
                results.keep(Arrays.toString(event.data()));
            }
        }
    }

    @Override
    public void sendRound(Trades trades) {
        for (int step = 0; step < Trades.ROWS; step += Trades.STEP_ROWS) {
            trades.advanceBoxed(step);
            for (int row = step; row < step + Trades.STEP_ROWS; row++) {
                input.send(trades.time(), trades.boxed(row));
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
