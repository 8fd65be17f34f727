package eventflux.launcher.command;

import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Speaks to an editor over the standard streams. */
@Command(
        name = LanguageServerCommand.NAME,
        description = "Serves an editor over standard input and output (Language Server Protocol).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LanguageServerCommand implements Callable<Integer> {

    static final String NAME = "lsp";

    private final EngineStarter starter;

    @Mixin
    private EngineArguments arguments;

    LanguageServerCommand(EngineStarter starter) {
        this.starter = starter;
    }

    /** The standard output belongs to the protocol: what anything else prints there goes to the standard error. */
    @Override
    public Integer call() throws InterruptedException {
        PrintStream toEditor = System.out;
        System.setOut(System.err);
        try (EngineHost host = starter.start(arguments.toRequest(Profile.EDITOR))) {
            return host.command(NAME).run(System.in, toEditor);
        } finally {
            System.setOut(toEditor);
        }
    }
}
