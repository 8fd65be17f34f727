package eventflux.examples.vendor;

import eventflux.api.EventFluxManager;
import eventflux.testkit.scenario.Mode;
import eventflux.testkit.scenario.Scenario;
import eventflux.testkit.scenario.ScenarioFile;
import eventflux.testkit.scenario.ScenarioRunner;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How a vendor tests what queries see: a scenario file, run in every mode on an engine on the class path. */
class VendorScenarioTest {

    private final ScenarioRunner runner = new ScenarioRunner(EventFluxManager::create);

    @TestFactory
    Stream<DynamicTest> givesTheOutputThatTheScenarioPromises() {
        return ScenarioFile.readAll(Path.of("files")).stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Scenario scenario) {
        return scenario.texts().keySet().stream()
                .flatMap(dialect -> Stream.of(Mode.values())
                        .map(mode -> DynamicTest.dynamicTest(
                                scenario + ", " + dialect + ", " + mode.label(),
                                () -> runner.run(scenario, dialect, mode))));
    }
}
