package eventflux.examples.scenarios;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxManager;
import eventflux.testkit.scenario.Mode;
import eventflux.testkit.scenario.Scenario;
import eventflux.testkit.scenario.ScenarioFile;
import eventflux.testkit.scenario.ScenarioRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the scenarios about tables and aggregations with each of them in a database: what is promised of them is promised wherever they lie.
 */
class StoredTablesTest {

    private static final Pattern TABLE =
            Pattern.compile("(?:define|CREATE) (?:table|TABLE|aggregation|AGGREGATION) (\\w+)");
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TestFactory
    Stream<DynamicContainer> givesTheOutputThatTheScenarioPromisesOfTablesInMemory() {
        return Stream.of("tables.flux.md", "joins.flux.md")
                .flatMap(file -> ScenarioFile.read(Path.of("files", file)).stream())
                .filter(scenario -> scenario.problems().isEmpty())
                .filter(scenario -> scenario.texts().values().stream()
                        .anyMatch(text -> TABLE.matcher(text).find()))
                .map(StoredTablesTest::stored)
                .map(scenario -> DynamicContainer.dynamicContainer(scenario.toString(), tests(scenario)));
    }

    @TestFactory
    Stream<DynamicContainer> givesTheOutputThatTheScenarioPromisesOfAggregationsInMemory() {
        return ScenarioFile.read(Path.of("files", "aggregations.flux.md")).stream()
                .filter(scenario -> scenario.problems().isEmpty())
                .map(scenario -> DynamicContainer.dynamicContainer(scenario.toString(), tests(scenario)));
    }

    // A text that insists on memory is given none, and rows that come from a database bear the time of the question.
    private static Scenario stored(Scenario scenario) {
        Map<String, String> texts = new HashMap<>(scenario.texts());
        texts.replaceAll((dialect, text) -> text.replace("extension='inMemory', ", ""));
        List<String> output = scenario.output().stream()
                .map(line -> line.replaceFirst("^@\\d+ \\?", "?"))
                .toList();
        return new Scenario(scenario.name(), scenario.file(), texts, scenario.input(), output, scenario.problems());
    }

    private static List<DynamicTest> tests(Scenario scenario) {
        List<DynamicTest> tests = new ArrayList<>();
        scenario.texts().forEach((dialect, text) -> {
            for (Mode mode : Mode.values()) {
                stores().forEach((store, settings) -> tests.add(DynamicTest.dynamicTest(
                        dialect + ", " + mode.label() + ", in " + store,
                        () -> new ScenarioRunner(options -> engine(options, text, settings))
                                .run(scenario, dialect, mode))));
            }
        });
        return tests;
    }

    // Each run has a place of its own, which stays while the application is made anew.
    private static Map<String, Map<String, String>> stores() {
        String run = "scenario" + RUNS.incrementAndGet();
        return Map.of(
                "a database",
                Map.of("extension", "jdbc", "jdbc.url", "jdbc:h2:mem:" + run + ";DB_CLOSE_DELAY=-1"),
                "a database behind a cache of two rows",
                Map.of(
                        "extension",
                        "jdbc",
                        "jdbc.url",
                        "jdbc:h2:mem:" + run + "kept;DB_CLOSE_DELAY=-1",
                        "cache.size",
                        "2"),
                "a store that does everything",
                Map.of("extension", "model", "space", run + "all", "accepts", "everything"),
                "a store that knows equality only",
                Map.of("extension", "model", "space", run + "equal", "accepts", "equality"));
    }

    private static EventFluxManager engine(EngineOptions options, String text, Map<String, String> store) {
        Map<String, String> settings = new HashMap<>(options.settings());
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
            store.forEach((key, value) -> settings.put("tables." + table.group(1) + "." + key, value));
        }
        return EventFluxManager.create(options.withSettings(settings));
    }
}
