package eventflux.bench.peer;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;

/** Siddhi, synchronous, with the same text. */
final class SiddhiContender implements Contender {

    private final SiddhiManager manager = new SiddhiManager();
    private final SiddhiAppRuntime runtime;
    private final InputHandler[] inputs;
    private final Feed feed;

    SiddhiContender(Workload workload, Feed feed, Results results) {
        this.feed = feed;
        runtime = manager.createSiddhiAppRuntime(workload.text());
        runtime.addCallback(Workload.OUTPUT, new StreamCallback() {
            @Override
            public void receive(Event[] events) {
                for (Event event : events) {
                    results.add((Double) event.getData(1));
                    if (results.isKeeping()) {
                        results.keep(event.getData());
                    }
                }
            }
        });
        runtime.start();
        workload.filling().ifPresent(this::fill);
        inputs = workload.inputs().stream().map(runtime::getInputHandler).toArray(InputHandler[]::new);
    }

    private void fill(Workload.Filling filling) {
        InputHandler input = runtime.getInputHandler(filling.stream());
        filling.rows().forEach(row -> send(input, row));
    }

    private static void send(InputHandler input, Object[] row) {
        try {
            input.send(row);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while sending", e);
    }

    @Override
    public void sendStep() {
        feed.advanceBoxed();
        try {
            for (int input = 0; input < inputs.length; input++) {
                for (int row = feed.begin(input); row < feed.begin(input + 1); row++) {
                    inputs[input].send(feed.time(), feed.trades().boxed(row));
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        runtime.shutdown();
        manager.shutdown();
    }
}
