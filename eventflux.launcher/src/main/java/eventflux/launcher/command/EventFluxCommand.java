package eventflux.launcher.command;

import eventflux.launcher.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program's own line: {@code eventflux FILE} is short for {@code eventflux run FILE}. */
@Command(
        name = "eventflux",
        description = "Runs applications written in EventFluxQL.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything went as asked",
            "1:the application's text, settings or input are wrong",
            "2:the command line is wrong",
            "3:the engine, the machine or a system outside is wrong",
            "130:ended by Ctrl-C",
            "143:ended by a request to terminate"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  eventflux run app.eventflux           run an application until its input ends",
            "  eventflux validate app.eventflux      print all problems of a text",
            "  eventflux run app.eventflux --extension my-window.jar",
            "  eventflux shell                       a node with a shell and a deploy folder"
        })
final class EventFluxCommand implements Callable<Integer> {

    /** As far as a slip of the finger goes. */
    private final RunCommand run;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "An application to run.")
    private Path file;

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    EventFluxCommand(RunCommand run) {
        this.run = run;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = spec.commandLine();
        if (file == null) {
            line.usage(line.getErr());
            return ExitCode.USAGE;
        }
        if (MisuseHandler.isUnknownCommand(file.toString())) {
            return MisuseHandler.unknownCommand(line, file.toString());
        }
        return run.run(file, arguments, line, List.of());
    }
}
