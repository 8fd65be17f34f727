package eventflux.testkit.scenario;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.List;

/** Runs scenarios and says where they differ from what they promise. Keeps nothing between two runs. */
public final class ScenarioRunner {

    private final EngineSource engines;

    /** A runner on engines of one source. */
    public ScenarioRunner(EngineSource engines) {
        this.engines = engines;
    }

    /**
     * Runs a scenario.
     *
     * @param dialect which of its texts
     * @throws AssertionError with both outputs when they differ
     */
    public void run(Scenario scenario, String dialect, Mode mode) {
        String text = scenario.texts().get(dialect);
        if (!scenario.problems().isEmpty()) {
            requireSame(scenario, text, scenario.problems(), problems(text));
            return;
        }
        try (ScenarioRun run = new ScenarioRun(engines, text, scenario, mode)) {
            requireSame(scenario, text, scenario.output(), run.play());
        }
    }

    private List<String> problems(String text) {
        try (EventFluxManager manager = engines.create(new EngineOptions())) {
            manager.createEventFluxAppRuntime(text);
            return List.of();
        } catch (EventFluxException e) {
            return e.problems().stream()
                    .filter(Problem::isError)
                    .map(ScenarioRunner::text)
                    .toList();
        }
    }

    private static String text(Problem problem) {
        return problem.code().code()
                + problem.position().map(place -> " " + place).orElse("")
                + problem.suggestion().map(name -> " " + name).orElse("");
    }

    private static void requireSame(Scenario scenario, String text, List<String> expected, List<String> found) {
        if (!new OutputComparison(expected).matches(found)) {
            throw new AssertionError(scenario
                    + "\n--- expected\n"
                    + String.join("\n", expected)
                    + "\n--- found\n"
                    + String.join("\n", found)
                    + "\n--- application\n"
                    + text);
        }
    }
}
