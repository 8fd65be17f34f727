package eventflux.examples.scenarios.random;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.examples.scenarios.Tries;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some of the many applications that {@link RandomRun} goes through. */
class RandomApplicationTest {

    private static final int APPLICATIONS = 50;

    @Test
    void givesTheSameHoweverItIsRun() {
        try (Engines engines = new Engines()) {
            Check check = new Check(engines);
            List<Check.Finding> findings = Tries.seeds(APPLICATIONS)
                    .boxed()
                    .flatMap(seed -> check.findings(seed, RandomApplication.of(seed)).stream())
                    .toList();
            assertThat(findings).isEmpty();
        }
    }
}
