package eventflux.launcher.command;

import eventflux.api.error.EventFluxException;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints all problems of texts and starts none of them. */
@Command(
        name = "validate",
        description = "Prints all problems of a text, each with its place; runs nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ValidateCommand implements Callable<Integer> {

    private final EngineStarter starter;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Texts of applications.")
    private List<Path> files;

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    ValidateCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        List<ApplicationText> texts = new ArrayList<>();
        int worst = read(texts);
        if (texts.isEmpty()) {
            return worst;
        }
        try (EngineHost host = starter.start(arguments.toRequest(Profile.ENGINE))) {
            for (ApplicationText text : texts) {
                worst = Math.max(worst, validate(host, text));
            }
        }
        return worst;
    }

    // A file that cannot be read keeps no other from being looked at.
    private int read(List<ApplicationText> texts) {
        int worst = ExitCode.OK;
        for (Path file : files) {
            try {
                texts.add(ApplicationText.read(file));
            } catch (EventFluxException unreadable) {
                worst = Math.max(worst, ProblemReport.to(spec.commandLine()).print(unreadable));
            }
        }
        return worst;
    }

    private int validate(EngineHost host, ApplicationText text) {
        int code =
                ProblemReport.to(spec.commandLine()).print(text, host.engine().validate(text.text()));
        if (code == ExitCode.OK) {
            spec.commandLine().getOut().println(text.file() + ": no errors");
            spec.commandLine().getOut().flush();
        }
        return code;
    }
}
