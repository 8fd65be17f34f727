package eventflux.launcher.command;

import eventflux.api.Explanation;
import eventflux.api.error.EventFluxException;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the way of a text through the engine. */
@Command(
        name = "explain",
        description = "Prints what the engine makes of a text; runs nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private final EngineStarter starter;

    @Parameters(paramLabel = "FILE", description = "The application's text.")
    private Path file;

    @Option(names = "--all", description = "Also what was read: the syntax tree and what its names mean.")
    private boolean all;

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    ExplainCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        ApplicationText text = ApplicationText.read(file);
        try (EngineHost host = starter.start(arguments.toRequest(Profile.ENGINE))) {
            Explanation explanation = host.engine().explain(text.text());
            print(all ? explanation : explanation.plan());
            return ExitCode.OK;
        } catch (EventFluxException wrong) {
            return ProblemReport.to(spec.commandLine()).print(text, wrong.problems());
        }
    }

    private void print(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        for (Explanation.Section stage : explanation.stages()) {
            out.println(ansi.string("@|bold == " + stage.title() + " ==|@"));
            out.println(stage.text());
        }
        out.flush();
    }
}
