package eventflux.bench.peer;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** EventFlux through the doors for those in a hurry: typed values in, a cursor out. */
final class TypedContender implements Contender {

    private final EventFluxManager manager = EventFluxManager.create();
    private final RowAppender appender;
    private final Results results;
    private final int batch;

    TypedContender(Workload workload, Results results, int batch) {
        this.results = results;
        this.batch = batch;
        EventFluxAppRuntime runtime = manager.createEventFluxAppRuntime(workload.text());
        runtime.addRowCallback(Workload.OUTPUT, this::receive);
        runtime.start();
        appender = runtime.inputHandler(Workload.INPUT).appender();
    }

    private void receive(Row row) {
        results.add(row.getDouble(1));
        if (results.isKeeping()) {
            results.keep(IntStream.range(0, row.schema().columns().size())
                    .mapToObj(column -> String.valueOf(row.get(column)))
                    .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    @Override
    public void sendRound(Trades trades) {
        for (int step = 0; step < Trades.ROWS; step += Trades.STEP_ROWS) {
            trades.advance();
            for (int row = step; row < step + Trades.STEP_ROWS; row += batch) {
                for (int i = row; i < row + batch; i++) {
                    append(trades, i);
                }
                appender.flush();
            }
        }
    }

    private void append(Trades trades, int row) {
        long time = trades.time();
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
