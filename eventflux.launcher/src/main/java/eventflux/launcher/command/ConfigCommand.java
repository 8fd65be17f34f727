package eventflux.launcher.command;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows settings and where they come from. */
@Command(
        name = "config",
        description = "Shows settings and where each comes from.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ConfigCommand {

    private final EngineStarter starter;

    @Spec
    private CommandSpec spec;

    ConfigCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Command(
            name = "show",
            description = {
                "Shows the settings of the engine, or with a text those that its sources, sinks and stores would have.",
                "Secrets are not shown."
            },
            mixinStandardHelpOptions = true,
            sortOptions = false)
    int show(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "The text of an application.") Path file,
            @Mixin EngineArguments arguments) {
        try (EngineHost host = starter.start(arguments.toRequest(Profile.ENGINE))) {
            return file == null ? print(host.engine().configuration()) : print(host, ApplicationText.read(file));
        }
    }

    private int print(EngineHost host, ApplicationText text) {
        try {
            return print(host.engine().configuration(text.text()));
        } catch (EventFluxException wrong) {
            return ProblemReport.to(spec.commandLine()).print(text, wrong.problems());
        }
    }

    private int print(List<ConfiguredSetting> settings) {
        PrintWriter out = spec.commandLine().getOut();
        int width = settings.stream()
                .mapToInt(setting -> line(setting).length())
                .filter(length -> length <= 80)
                .max()
                .orElse(0);
        settings.forEach(setting -> out.println(padded(line(setting), width) + "  # " + setting.origin()));
        out.flush();
        return ExitCode.OK;
    }

    private static String padded(String line, int width) {
        return line + " ".repeat(Math.max(0, width - line.length()));
    }

    private static String line(ConfiguredSetting setting) {
        return setting.key() + " = " + setting.shown();
    }
}
