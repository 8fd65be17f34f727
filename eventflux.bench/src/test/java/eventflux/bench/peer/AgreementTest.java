package eventflux.bench.peer;

import eventflux.bench.peer.workload.Workloads;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of the engine, by every way in, are those of its peers. */
class AgreementTest {

    private static final int MANY_QUERIES = 1_000;

    // Peers take long to compile a thousand queries.
    static List<Workload> workloads() {
        return Workloads.all().stream()
                .filter(workload -> workload.esper().lines().count() < MANY_QUERIES)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void givesTheAnswersOfItsPeers(Workload workload) {
        Trades trades = new Trades(workload.symbols());
        List<Lane> lanes = Arrays.stream(Way.values())
                .map(way -> new Lane(workload, way, trades))
                .toList();
        try {
            Agreement.check(workload, lanes);
        } finally {
            lanes.forEach(Lane::close);
        }
    }
}
