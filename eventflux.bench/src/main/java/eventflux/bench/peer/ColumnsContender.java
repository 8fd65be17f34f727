package eventflux.bench.peer;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.Row;
import java.util.Arrays;

/** EventFlux as who has columns calls it: arrays and places in a dictionary in, a cursor out. */
final class ColumnsContender implements Contender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final ColumnAppender[] appenders;
    private final Feed feed;
    private final Results results;
    private final long[] times = new long[Trades.STEP_ROWS];

    ColumnsContender(Workload workload, Feed feed, Results results) {
        this.feed = feed;
        this.results = results;
        EventFluxAppRuntime runtime = manager.createEventFluxAppRuntime(workload.text());
        runtime.addRowCallback(Workload.OUTPUT, this::receive);
        runtime.start();
        workload.filling().ifPresent(filling -> filling.rows().forEach(runtime.inputHandler(filling.stream())::send));
        appenders = workload.inputs().stream()
                .map(input -> runtime.inputHandler(input).columnAppender())
                .toArray(ColumnAppender[]::new);
    }

    private void receive(Row row) {
        results.add(row);
    }

    @Override
    public void sendStep() {
        feed.advance();
        Arrays.fill(times, feed.time());
        for (int input = 0; input < appenders.length; input++) {
            send(appenders[input], feed.begin(input), feed.begin(input + 1));
        }
    }

    private void send(ColumnAppender appender, int begin, int end) {
        Trades trades = feed.trades();
        appender.begin(end - begin, feed.time())
                .setStrings(0, trades.dictionary(), trades.places(), begin)
                .setDoubles(1, trades.prices(), begin)
                .setLongs(2, trades.volumes(), begin)
                .setLongs(Trades.TIME_COLUMN, times, 0)
                .send();
    }

    @Override
    public void close() {
        manager.close();
    }
}
