package eventflux.launcher.command;

import eventflux.launcher.configuration.Configuration;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code run FILE} and {@code FILE} without any option, which is what people type most: understood without the command-line
 * library, whose model of all commands takes longer to build than the framework takes to start. Everything else is left to it.
 */
final class PlainRun {

    private static final String COMMAND = "run";

    private final EngineStarter starter;
    private final ProblemReport report;

    PlainRun(EngineStarter starter, PrintWriter err) {
        this.starter = starter;
        this.report = ProblemReport.to(err);
    }

    /** The file to run, when the arguments are one of the two plain forms and the file is there. */
    static Optional<Path> fileOf(String... arguments) {
        boolean isNamed = arguments.length == 2 && arguments[0].equals(COMMAND);
        boolean isBare = arguments.length == 1 && !arguments[0].equals(COMMAND);
        if (!isNamed && !isBare) {
            return Optional.empty();
        }
        String file = arguments[arguments.length - 1];
        boolean isOption = file.startsWith("-") || file.startsWith("@");
        return isOption ? Optional.empty() : Optional.of(Path.of(file)).filter(Files::isRegularFile);
    }

    int run(Path file) {
        try {
            NodeRequest request = new NodeRequest(
                    Profile.ENGINE, List.of(), Configuration.ofProcess().read(Optional.empty(), Map.of()));
            return new ApplicationRun(starter, report, Questions.NONE).run(ApplicationText.read(file), request);
        } catch (InterruptedException | RuntimeException failure) {
            return report.print(failure);
        }
    }
}
