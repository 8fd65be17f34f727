package eventflux.bench.peer;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;

/** EventFlux through the doors for those in a hurry: typed values in, a cursor out. */
final class TypedContender implements Contender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final RowAppender[] appenders;
    private final Feed feed;
    private final Results results;
    private final int batch;

    TypedContender(Workload workload, Feed feed, Results results, int batch) {
        this.feed = feed;
        this.results = results;
        this.batch = batch;
        EventFluxAppRuntime runtime = manager.createEventFluxAppRuntime(workload.text());
        runtime.addRowCallback(Workload.OUTPUT, this::receive);
        runtime.start();
        workload.filling().ifPresent(filling -> filling.rows().forEach(runtime.inputHandler(filling.stream())::send));
        appenders = workload.inputs().stream()
                .map(input -> runtime.inputHandler(input).appender())
                .toArray(RowAppender[]::new);
    }

    private void receive(Row row) {
        results.add(row);
    }

    @Override
    public void sendStep() {
        feed.advance();
        for (int input = 0; input < appenders.length; input++) {
            send(appenders[input], feed.begin(input), feed.begin(input + 1));
        }
    }

    private void send(RowAppender appender, int begin, int end) {
        for (int row = begin; row < end; row++) {
            append(appender, row);
            if (appender.pending() == batch) {
                appender.flush();
            }
        }
        appender.flush();
    }

    private void append(RowAppender appender, int row) {
        Trades trades = feed.trades();
        long time = feed.time();
        appender.begin(time)
                .setString(0, trades.symbol(row))
                .setDouble(1, trades.price(row))
                .setLong(2, trades.volume(row))
                .setLong(3, time)
                .commit();
    }

    @Override
    public void close() {
        manager.close();
    }
}
