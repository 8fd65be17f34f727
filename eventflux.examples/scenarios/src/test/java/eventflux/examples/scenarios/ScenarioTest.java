package eventflux.examples.scenarios;

import eventflux.api.EventFluxManager;
import eventflux.testkit.scenario.Mode;
import eventflux.testkit.scenario.Scenario;
import eventflux.testkit.scenario.ScenarioFile;
import eventflux.testkit.scenario.ScenarioRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every scenario of this folder in every dialect it is written in and in every mode. */
class ScenarioTest {

    private final ScenarioRunner runner = new ScenarioRunner(EventFluxManager::create);

    @TestFactory
    List<DynamicContainer> givesTheOutputThatTheScenarioPromises() {
        return ScenarioFile.readAll(Path.of("files")).stream()
                .map(scenario -> DynamicContainer.dynamicContainer(scenario.toString(), tests(scenario)))
                .toList();
    }

    private List<DynamicTest> tests(Scenario scenario) {
        List<DynamicTest> tests = new ArrayList<>();
        for (String dialect : scenario.texts().keySet()) {
            for (Mode mode : Mode.values()) {
                tests.add(DynamicTest.dynamicTest(
                        dialect + ", " + mode.label(), () -> runner.run(scenario, dialect, mode)));
            }
        }
        return tests;
    }
}
