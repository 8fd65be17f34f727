package eventflux.shell;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.FailureSummary;
import eventflux.api.deploy.Deployment;
import eventflux.api.error.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One application as the shell sees it.
 *
 * @param deployment the bundle's text; empty when a program made the application without a bundle
 * @param runtime the running side; empty when its bundle is not active or its text is wrong
 */
record Application(Optional<Deployment> deployment, Optional<EventFluxAppRuntime> runtime) {

    String name() {
        return deployment.map(Deployment::application).orElseGet(() -> made().name());
    }

    AppState state() {
        return deployment.map(Deployment::state).orElseGet(() -> made().state());
    }

    String source() {
        return deployment.map(Deployment::source).orElseGet(this::name);
    }

    String text() {
        return deployment.map(Deployment::text).orElseGet(() -> made().text());
    }

    List<Problem> problems() {
        return deployment.map(Deployment::problems).orElseGet(() -> made().problems());
    }

    /** What has failed in it since it was started. */
    List<FailureSummary> failures() {
        return runtime.map(EventFluxAppRuntime::failures).orElse(List.of());
    }

    /** What keeps it from running or fails in it, in a few words; empty when there is nothing. */
    String note() {
        if (state() == AppState.WAITING) {
            String awaited =
                    runtime.map(made -> String.join(", ", made.waitingFor())).orElse("the engine");
            return awaited.isEmpty() ? "goes on in a moment" : "waits for " + awaited;
        }
        if (!problems().isEmpty()) {
            return Counted.of(problems().size(), "problem");
        }
        return failures().isEmpty() ? "" : "failures, see problems " + name();
    }

    /** What it does now, as the end of a sentence that begins with its name. */
    String doing() {
        return switch (state()) {
            case WAITING -> note();
            case CREATED -> "is being started";
            case RUNNING, STOPPED, FAILED -> "is " + state().name().toLowerCase(Locale.ROOT);
        };
    }

    Paint paint() {
        return switch (state()) {
            case RUNNING -> Paint.GOOD;
            case WAITING, CREATED -> Paint.WAITING;
            case FAILED -> Paint.BAD;
            case STOPPED -> Paint.FAINT;
        };
    }

    /** The runtime, or a failure that says what to do. */
    EventFluxAppRuntime running() {
        return runtime.orElseThrow(() -> isBroken() ? broken() : notActive());
    }

    boolean isBroken() {
        return state() == AppState.FAILED;
    }

    CommandFailure broken() {
        String count = Counted.of(problems().size(), "problem");
        return CommandFailure.of(ShellProblem.NOT_RUNNING, "name", name(), "count", count);
    }

    private CommandFailure notActive() {
        if (state() == AppState.CREATED) {
            return CommandFailure.of(ShellProblem.NOT_YET, "name", name(), "doing", doing());
        }
        return CommandFailure.of(ShellProblem.NOT_ACTIVE, "name", name(), "doing", doing());
    }

    private EventFluxAppRuntime made() {
        return runtime.orElseThrow();
    }
}
