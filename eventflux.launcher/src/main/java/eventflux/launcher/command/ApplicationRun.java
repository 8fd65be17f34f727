package eventflux.launcher.command;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Runs one application until its input ends or somebody stops it. Knows nothing of the command line. */
final class ApplicationRun {

    private final EngineStarter starter;
    private final ProblemReport report;
    private final Questions questions;

    ApplicationRun(EngineStarter starter, ProblemReport report, Questions questions) {
        this.starter = starter;
        this.report = report;
        this.questions = questions;
    }

    /** Answers the exit code when the application has ended. */
    int run(ApplicationText text, NodeRequest request) throws InterruptedException {
        try (StopSignal signal = StopSignal.install();
                EngineHost host = starter.start(request.running(text.text()))) {
            return run(host, text, signal);
        }
    }

    private int run(EngineHost host, ApplicationText text, StopSignal signal) throws InterruptedException {
        try (EventFluxAppRuntime application = create(host, text.text())) {
            report.print(text, application.problems());
            application.start();
            if (application.state() == AppState.WAITING) {
                host.startRest();
            }
            int code = questions.areAllThatHappens(application)
                    ? ExitCode.OK
                    : awaitEnd(application.completion().toCompletableFuture(), signal);
            int asked = questions.ask(application, report);
            return code == ExitCode.OK ? asked : code;
        } catch (EventFluxException wrong) {
            return report.print(text, wrong.problems());
        }
    }

    // What is unknown may lie in a bundle that was not thought to be needed.
    private static EventFluxAppRuntime create(EngineHost host, String text) {
        try {
            return host.engine().createEventFluxAppRuntime(text);
        } catch (EventFluxException wrong) {
            if (!host.startRest()) {
                throw wrong;
            }
            return host.engine().createEventFluxAppRuntime(text);
        }
    }

    private static int awaitEnd(CompletableFuture<Void> end, StopSignal signal) throws InterruptedException {
        try {
            CompletableFuture.anyOf(end, signal.asFuture()).get();
            return end.isDone() ? ExitCode.OK : ExitCode.INTERRUPTED;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof EventFluxException problems) {
                throw problems;
            }
            throw new CompletionException(failed.getCause());
        }
    }
}
