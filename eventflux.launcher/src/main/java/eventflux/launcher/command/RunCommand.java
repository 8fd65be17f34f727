package eventflux.launcher.command;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one application until its input ends or somebody stops it. */
@Command(
        name = "run",
        description = "Runs an application until its input ends, or until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private final EngineStarter starter;

    @Parameters(paramLabel = "FILE", description = "The application's text.")
    private Path file;

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    RunCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws InterruptedException {
        return run(file, arguments, spec.commandLine());
    }

    int run(Path path, EngineArguments with, CommandLine line) throws InterruptedException {
        ApplicationText text = ApplicationText.read(path);
        try (StopSignal signal = StopSignal.install();
                EngineHost host = starter.start(with.toRequest(Profile.ENGINE))) {
            return run(host, text, signal, ProblemReport.to(line));
        }
    }

    private static int run(EngineHost host, ApplicationText text, StopSignal signal, ProblemReport report)
            throws InterruptedException {
        try (EventFluxAppRuntime application = host.engine().createEventFluxAppRuntime(text.text())) {
            report.print(text, application.problems());
            application.start();
            return awaitEnd(application.completion().toCompletableFuture(), signal);
        } catch (EventFluxException wrong) {
            return report.print(text, wrong.problems());
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
