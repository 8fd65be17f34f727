package eventflux.bench.peer;

/** Where one contender stands in the rows, which begin anew after the last one while time goes on. Used by one thread. */
final class Feed {

    private static final long BEGIN = 1_500_000_000_000L;

    private final Trades trades;
    private final int inputs;
    private int first = -Trades.STEP_ROWS;
    private long time = BEGIN - Trades.STEP_MILLIS;

    Feed(Workload workload, Trades trades) {
        this.trades = trades;
        this.inputs = workload.inputs().size();
    }

    Trades trades() {
        return trades;
    }

    /** Goes on to the next step. */
    void advance() {
        first += Trades.STEP_ROWS;
        if (first == trades.rows()) {
            first = 0;
        }
        time += Trades.STEP_MILLIS;
    }

    /** As {@link #advance()}, and puts one boxed time into the boxed rows of the step. */
    void advanceBoxed() {
        advance();
        Long now = time;
        for (int i = first; i < first + Trades.STEP_ROWS; i++) {
            trades.boxed(i)[Trades.TIME_COLUMN] = now;
        }
    }

    /** The time of the step's rows. */
    long time() {
        return time;
    }

    /** How many streams the step is dealt out to. */
    int inputs() {
        return inputs;
    }

    /** The first row of the step for a stream, or the end of the step. */
    int begin(int input) {
        return first + Trades.STEP_ROWS / inputs * input;
    }
}
