package eventflux.deploy;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.deploy.Deployment;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One text of an active bundle: the application made of it, or what kept it from being made.
 *
 * @param text the text
 * @param runtime the application; empty when the text is wrong
 * @param obstacles what kept it from being made or started
 */
record LiveApplication(ApplicationText text, Optional<EventFluxAppRuntime> runtime, List<Problem> obstacles) {

    LiveApplication {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Makes and starts the application. A wrong text throws nothing: its bundle stays active, as the operator asked, and the
     * problems are found here.
     */
    static LiveApplication start(EventFluxManager manager, ApplicationText text) {
        if (text.flaw().isPresent()) {
            return new LiveApplication(
                    text, Optional.empty(), List.of(text.flaw().get()));
        }
        Optional<EventFluxAppRuntime> runtime = Optional.empty();
        try {
            runtime = Optional.of(manager.deploy(text.name(), text.text()));
            runtime.get().start();
            return new LiveApplication(text, runtime, List.of());
        } catch (EventFluxException e) {
            return new LiveApplication(text, runtime, e.problems());
        } catch (RuntimeException e) {
            // Making an application runs code of extensions; whatever that throws must not reach the framework's event
            // delivery.
            logger().error("application text {} failed outside its own errors", text.source(), e);
            Problem failed = Problem.of(DeployProblem.ENGINE_FAILED, "reason", e);
            return new LiveApplication(text, runtime, List.of(failed));
        }
    }

    /** As it stands now. */
    Deployment toDeployment(long bundle) {
        List<Problem> problems = new ArrayList<>(obstacles);
        runtime.ifPresent(made -> made.problems().stream()
                .filter(problem -> !obstacles.contains(problem))
                .forEach(problems::add));
        String name = runtime.map(EventFluxAppRuntime::name).orElse(text.likelyName());
        return new Deployment(name, bundle, text.source(), text.text(), state(), problems);
    }

    /** Closes the application; what it throws is logged, since the bundle stops all the same. */
    void close() {
        try {
            runtime.ifPresent(EventFluxAppRuntime::close);
        } catch (RuntimeException e) {
            logger().error("application {} did not close in good order", text.likelyName(), e);
        }
    }

    private AppState state() {
        boolean stuck = obstacles.stream().anyMatch(Problem::isError);
        return stuck ? AppState.FAILED : runtime.map(EventFluxAppRuntime::state).orElse(AppState.FAILED);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("eventflux.deploy");
    }
}
