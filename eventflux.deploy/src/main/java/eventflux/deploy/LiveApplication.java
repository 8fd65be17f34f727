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
            // Making an application runs code of extensions; whatever that throws must not reach the
            // framework's event delivery.
            logger().error("application text {} failed outside its own errors", text.source(), e);
            Problem failed = Problem.of(DeployProblem.ENGINE_FAILED, "reason", e);
            return new LiveApplication(text, runtime, List.of(failed));
        }
    }

    /** Itself, or what becomes of it now when the engine has refused to make it. */
    LiveApplication orAgain(EventFluxManager manager) {
        return isRefused() ? start(manager, text) : this;
    }

    /** Whether the engine has refused to make it, and may not do so another time. */
    boolean isRefused() {
        return runtime.isEmpty() && text.flaw().isEmpty();
    }

    /** Whether it goes on under that name when its bundle comes back. */
    boolean isNamed(String name) {
        return runtime.filter(made -> made.name().equals(name)).isPresent();
    }

    /** Whether it was made of the text at that place of its bundle. */
    boolean isFrom(String source) {
        return runtime.isPresent() && text.source().equals(source);
    }

    /** Lets its senders wait while its bundle is replaced. */
    void hold() {
        try {
            runtime.ifPresent(EventFluxAppRuntime::pause);
        } catch (EventFluxException e) {
            logger().error(e.getMessage());
        } catch (RuntimeException e) {
            logger().error("application {} could not be paused", text.likelyName(), e);
        }
    }

    /**
     * Goes on with the text that its bundle has now; with the one before when that is refused, so that a mistake stops nothing that
     * runs.
     */
    LiveApplication goOn(ApplicationText next) {
        EventFluxAppRuntime app = runtime.orElseThrow();
        List<Problem> problems = new ArrayList<>();
        try {
            next.flaw().ifPresent(problems::add);
            if (problems.isEmpty() && !next.text().equals(app.text())) {
                logger().info("application {} has another text:\n{}", app.name(), app.update(next.text()));
            }
        } catch (EventFluxException e) {
            problems.addAll(e.problems());
        } catch (RuntimeException e) {
            logger().error("application text {} failed outside its own errors", next.source(), e);
            problems.add(Problem.of(DeployProblem.ENGINE_FAILED, "reason", e));
        }
        try {
            app.resume();
            if (!isAlive(app.state())) {
                app.start();
            }
        } catch (EventFluxException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty() && isAlive(app.state())) {
            problems.add(Problem.of(DeployProblem.UPDATE_REFUSED, "application", app.name()));
        }
        return new LiveApplication(next, runtime, problems);
    }

    private static boolean isAlive(AppState state) {
        return state == AppState.RUNNING || state == AppState.WAITING;
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
        } catch (EventFluxException e) {
            logger().error(e.getMessage());
        } catch (RuntimeException e) {
            logger().error("application {} did not close in good order", text.likelyName(), e);
        }
    }

    private AppState state() {
        boolean stuck = obstacles.stream().anyMatch(Problem::isError);
        AppState own = runtime.map(EventFluxAppRuntime::state).orElse(AppState.FAILED);
        return stuck && !isAlive(own) ? AppState.FAILED : own;
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("eventflux.deploy");
    }
}
