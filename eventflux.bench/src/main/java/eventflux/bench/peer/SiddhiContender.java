package eventflux.bench.peer;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import java.util.Arrays;

/** Siddhi, synchronous, with the same text. */
final class SiddhiContender implements Contender {

    /** How rows go in. */
    enum Sending {
        ONE_BY_ONE,
        BATCHES
    }

    private final SiddhiManager manager = new SiddhiManager();
    private final SiddhiAppRuntime runtime;
    private final InputHandler input;
    private final Sending sending;
    private final Event[] batch = new Event[Trades.STEP_ROWS];

    SiddhiContender(Workload workload, Results results, Sending sending) {
        this.sending = sending;
        for (int i = 0; i < batch.length; i++) {
            batch[i] = new Event();
        }
        runtime = manager.createSiddhiAppRuntime(workload.text());
        runtime.addCallback(Workload.OUTPUT, new StreamCallback() {
            @Override
            public void receive(Event[] events) {
                for (Event event : events) {
                    results.add((Double) event.getData(1));
                    if (results.isKeeping()) {
                        results.keep(Arrays.toString(event.getData()));
                    }
                }
            }
        });
        input = runtime.getInputHandler(Workload.INPUT);
        runtime.start();
    }

    @Override
    public void sendRound(Trades trades) {
        try {
            for (int step = 0; step < Trades.ROWS; step += Trades.STEP_ROWS) {
                trades.advanceBoxed(step);
                if (sending == Sending.BATCHES) {
                    sendBatch(trades, step);
                } else {
                    sendOneByOne(trades, step);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private void sendOneByOne(Trades trades, int step) throws InterruptedException {
        for (int row = step; row < step + Trades.STEP_ROWS; row++) {
            input.send(trades.time(), trades.boxed(row));
        }
    }

    private void sendBatch(Trades trades, int step) throws InterruptedException {
        for (int i = 0; i < batch.length; i++) {
            batch[i].setTimestamp(trades.time());
            batch[i].setData(trades.boxed(step + i));
        }
        input.send(batch);
    }

    @Override
    public void close() {
        runtime.shutdown();
        manager.shutdown();
    }
}
