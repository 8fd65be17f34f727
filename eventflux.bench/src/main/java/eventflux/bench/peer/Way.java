package eventflux.bench.peer;

/** The engines and the ways into them, peers first. */
public enum Way {
    /** One row after the other, as an array of boxed values. */
    SIDDHI("Siddhi") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new SiddhiContender(workload, feed, results);
        }
    },
    /** One row after the other, as an array of boxed values. */
    ESPER("Esper") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new EsperContender(workload, feed, results);
        }
    },
    /** One row after the other, as an array of boxed values. */
    BOXED("Object[]") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new BoxedContender(workload, feed, results);
        }
    },
    /** One row after the other through the typed writer. */
    TYPED("typed") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new TypedContender(workload, feed, results, 1);
        }
    },
    /** Batches through the typed writer. */
    BATCH("typed 256") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new TypedContender(workload, feed, results, Trades.STEP_ROWS);
        }
    },
    /** Batches of columns, with a dictionary for the key. */
    COLUMNS("columns") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new ColumnsContender(workload, feed, results);
        }
    },
    /** Typed values, one call for each, no engine. */
    LOOP("loop") {
        @Override
        Contender start(Workload workload, Feed feed, Results results) {
            return new LoopContender(workload, feed, results);
        }
    };

    private final String label;

    Way(String label) {
        this.label = label;
    }

    abstract Contender start(Workload workload, Feed feed, Results results);

    /** The name for people. */
    public String label() {
        return label;
    }
}
