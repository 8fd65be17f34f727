package eventflux.bench.peer;

/** The loop by hand: one call for each event, no engine. */
final class LoopContender implements Contender {

    private final RowLoop loop;
    private final Feed feed;

    LoopContender(Workload workload, Feed feed, Results results) {
        this.loop = workload.loop(results);
        this.feed = feed;
    }

    @Override
    public void sendStep() {
        feed.advance();
        Trades trades = feed.trades();
        for (int input = 0; input < feed.inputs(); input++) {
            for (int row = feed.begin(input); row < feed.begin(input + 1); row++) {
                loop.process(input, feed.time(), trades.symbol(row), trades.price(row), trades.volume(row));
            }
        }
    }

    @Override
    public void close() {
        // Nothing was started.
    }
}
