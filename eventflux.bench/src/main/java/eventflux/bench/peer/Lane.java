package eventflux.bench.peer;

/** One way of one workload, started: what goes in, and what came out. */
public final class Lane implements AutoCloseable {

    private final Way way;
    private final Results results = new Results();
    private final Contender contender;

    /** Starts it. */
    public Lane(Workload workload, Way way, Trades trades) {
        this.way = way;
        this.contender = way.start(workload, new Feed(workload, trades), results);
    }

    Way way() {
        return way;
    }

    /** What came out. */
    public Results results() {
        return results;
    }

    /** Sends at least so many rows; answers how many. */
    public long send(long rows) {
        long sent = 0;
        while (sent < rows) {
            contender.sendStep();
            sent += Trades.STEP_ROWS;
        }
        return sent;
    }

    @Override
    public void close() {
        contender.close();
    }
}
