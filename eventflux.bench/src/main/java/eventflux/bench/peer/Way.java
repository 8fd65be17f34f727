package eventflux.bench.peer;

import java.util.Arrays;
import java.util.List;

/** The engines and the ways into them, peers first. */
public enum Way {
    /** One row after the other, as an array of boxed values. */
    SIDDHI_ONE_BY_ONE("Siddhi, Object[]") {
        @Override
        Contender start(Workload workload, Results results) {
            return new SiddhiContender(workload, results, SiddhiContender.Sending.ONE_BY_ONE);
        }
    },
    /** Arrays of events. */
    SIDDHI_BATCHES("Siddhi, Event[256]") {
        @Override
        boolean answers(Workload workload) {
            // An aggregate without groups gives one result for an array and not one for each row.
            return workload != Workload.LENGTH_WINDOW;
        }

        @Override
        Contender start(Workload workload, Results results) {
            return new SiddhiContender(workload, results, SiddhiContender.Sending.BATCHES);
        }
    },
    /** One row after the other, as an array of boxed values. */
    BOXED_ONE_BY_ONE("EventFlux, Object[]") {
        @Override
        Contender start(Workload workload, Results results) {
            return new BoxedContender(workload, results);
        }
    },
    /** One row after the other through the typed writer. */
    TYPED_ONE_BY_ONE("EventFlux, typed") {
        @Override
        Contender start(Workload workload, Results results) {
            return new TypedContender(workload, results, 1);
        }
    },
    /** Batches through the typed writer. */
    TYPED_BATCHES("EventFlux, typed, 256") {
        @Override
        Contender start(Workload workload, Results results) {
            return new TypedContender(workload, results, Trades.STEP_ROWS);
        }
    };

    private final String label;

    Way(String label) {
        this.label = label;
    }

    abstract Contender start(Workload workload, Results results);

    /** Whether it gives the answers that the others give. */
    boolean answers(Workload workload) {
        return true;
    }

    /** The ways that give the same answers to a workload, in order. */
    static List<Way> answering(Workload workload) {
        return Arrays.stream(values()).filter(way -> way.answers(workload)).toList();
    }

    /** The name for people. */
    String label() {
        return label;
    }
}
