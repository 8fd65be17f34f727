package eventflux.launcher.command;

import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = {"-q", "--query"},
            paramLabel = "TEXT",
            description =
                    "Asks tables, named windows and aggregations, or changes tables, when the input has ended or Ctrl-C was pressed; "
                            + "prints the rows as CSV. May be given several times.")
    private List<String> queries = new ArrayList<>();

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    RunCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws InterruptedException {
        return run(file, arguments, spec.commandLine(), queries);
    }

    int run(Path path, EngineArguments with, CommandLine line, List<String> asked) throws InterruptedException {
        ApplicationText text = ApplicationText.read(path);
        return new ApplicationRun(starter, ProblemReport.to(line), new Questions(asked, line.getOut()))
                .run(text, with.toRequest(Profile.ENGINE));
    }
}
