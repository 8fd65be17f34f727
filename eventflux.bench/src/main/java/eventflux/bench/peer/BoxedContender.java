package eventflux.bench.peer;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.InputHandler;

/** EventFlux through the doors that people find first: boxed values in, events out. */
final class BoxedContender implements Contender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final InputHandler[] inputs;
    private final Feed feed;
    private final Results results;

    BoxedContender(Workload workload, Feed feed, Results results) {
        this.feed = feed;
        this.results = results;
        EventFluxAppRuntime runtime = manager.createEventFluxAppRuntime(workload.text());
        runtime.addCallback(Workload.OUTPUT, this::receive);
        runtime.start();
        workload.filling().ifPresent(filling -> filling.rows().forEach(runtime.inputHandler(filling.stream())::send));
        inputs = workload.inputs().stream().map(runtime::inputHandler).toArray(InputHandler[]::new);
    }

    private void receive(Event[] events) {
        for (Event event : events) {
            results.add((Double) event.data(1));
            if (results.isKeeping()) {
                results.keep(event.data());
            }
        }
    }

    @Override
    public void sendStep() {
        feed.advanceBoxed();
        for (int input = 0; input < inputs.length; input++) {
            for (int row = feed.begin(input); row < feed.begin(input + 1); row++) {
                inputs[input].send(feed.time(), feed.trades().boxed(row));
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
