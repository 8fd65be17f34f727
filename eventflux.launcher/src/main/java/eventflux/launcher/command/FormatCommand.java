package eventflux.launcher.command;

import eventflux.api.error.EventFluxException;
import eventflux.api.query.TextFormatter;
import eventflux.launcher.ExitCode;
import eventflux.launcher.LauncherError;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints texts in the one style, or puts them into it. */
@Command(
        name = "format",
        description = "Prints texts in the one style; changes no file unless told to.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class FormatCommand implements Callable<Integer> {

    private final EngineStarter starter;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Texts of applications.")
    private List<Path> files;

    @ArgGroup
    private Outcome outcome = new Outcome();

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    FormatCommand(EngineStarter starter) {
        this.starter = starter;
    }

    /** What happens with a formatted text. Filled by the command-line library, read once. */
    private static final class Outcome {

        @Option(names = "--write", description = "Rewrite the files in place.")
        private boolean write;

        @Option(
                names = "--check",
                description = "Only name the files that would change; the exit code is 1 when there are any.")
        private boolean check;
    }

    @Override
    public Integer call() {
        List<ApplicationText> texts = files.stream().map(ApplicationText::read).toList();
        int worst = ExitCode.OK;
        try (EngineHost host = starter.start(arguments.toRequest(Profile.ENGINE))) {
            TextFormatter formatter = host.formatter();
            for (ApplicationText text : texts) {
                worst = Math.max(worst, format(formatter, text));
            }
        }
        return worst;
    }

    private int format(TextFormatter formatter, ApplicationText text) {
        try {
            return hand(text, formatter.format(text.text()));
        } catch (EventFluxException unreadable) {
            return ProblemReport.to(spec.commandLine()).print(text, unreadable.problems());
        }
    }

    private int hand(ApplicationText text, String formatted) {
        PrintWriter out = spec.commandLine().getOut();
        boolean changes = !formatted.equals(text.text());
        if (outcome.check) {
            out.print(changes ? text.file() + ": not formatted\n" : "");
        } else if (outcome.write) {
            if (changes) {
                write(text.file(), formatted);
            }
        } else {
            out.print(formatted);
        }
        out.flush();
        return outcome.check && changes ? ExitCode.APPLICATION : ExitCode.OK;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw LauncherError.FILE_NOT_WRITABLE.because(unwritable, "file", file, "reason", unwritable);
        }
    }
}
