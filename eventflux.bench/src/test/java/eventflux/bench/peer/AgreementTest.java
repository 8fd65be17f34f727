package eventflux.bench.peer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers of the engine, by every way in, are those of its peers. */
class AgreementTest {

    @ParameterizedTest
    @EnumSource
    void givesTheAnswersOfItsPeers(Workload workload) {
        Agreement.check(workload, Way.answering(workload));
    }
}
