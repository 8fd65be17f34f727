package eventflux.launcher.command;

import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts a node that stays: with a shell, and a folder into which applications and extensions are dropped. */
@Command(
        name = "shell",
        aliases = "start",
        description = "Starts a node with a shell and a deploy folder.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ShellCommand implements Callable<Integer> {

    private final EngineStarter starter;

    @Mixin
    private EngineArguments arguments;

    ShellCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StopSignal signal = StopSignal.install();
                EngineHost host = starter.start(arguments.toRequest(Profile.NODE))) {
            signal.asFuture().thenRun(host::close);
            host.awaitStop();
            return signal.asFuture().isDone() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }
}
