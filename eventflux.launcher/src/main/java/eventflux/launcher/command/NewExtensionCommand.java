package eventflux.launcher.command;

import eventflux.api.error.EventFluxException;
import eventflux.launcher.EditDistance;
import eventflux.launcher.ExitCode;
import eventflux.launcher.LauncherError;
import eventflux.launcher.node.Distribution;
import eventflux.launcher.project.ExtensionProject;
import eventflux.launcher.project.ProjectKind;
import eventflux.launcher.project.ProjectName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the project of a new extension. */
@Command(
        name = "new-extension",
        description = "Writes a project that builds a new extension, with a test.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  eventflux new-extension window acme:top-price",
            "  eventflux new-extension function margin --into my-functions"
        })
final class NewExtensionCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description =
                    "window, function, aggregator, stream-function, source, sink, source-mapper, sink-mapper, store,"
                            + " persistence-store, error-store, distribution or script-language.")
    private String kind;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description =
                    "How queries call it: acme:top-price becomes acme:topPrice; my: is put before a name without a colon.")
    private String name;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where to; a new folder of the extension's name if not given.")
    private Path into;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ProjectKind chosen = ProjectKind.of(kind).orElseThrow(this::unknownKind);
        ProjectName named =
                ProjectName.of(name).orElseThrow(() -> LauncherError.EXTENSION_NAME.exception("name", name));
        if (!named.isCallable()) {
            throw LauncherError.EXTENSION_NAMESPACE.exception("namespace", named.namespace(), "name", name);
        }
        Path folder = into == null ? Path.of(named.artifact()) : into;
        try {
            requireEmpty(folder);
            new ExtensionProject(chosen, named).write(folder, libraries());
        } catch (IOException unwritable) {
            throw LauncherError.FILE_NOT_WRITABLE.because(unwritable, "file", folder, "reason", unwritable);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(folder + " is written: build it with mvn package, and read its README.md\n");
        out.flush();
        return ExitCode.OK;
    }

    private EventFluxException unknownKind() {
        Map<String, String> values = Map.of("kind", kind, "kinds", String.join(", ", ProjectKind.words()));
        Optional<String> nearest = EditDistance.nearest(kind.toLowerCase(Locale.ROOT), ProjectKind.words());
        return new EventFluxException(LauncherError.UNKNOWN_KIND.problem(values, nearest));
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw LauncherError.FOLDER_NOT_EMPTY.exception("folder", folder);
            }
        }
    }

    private static Map<String, Path> libraries() {
        Distribution distribution = Distribution.ofRunningProcess();
        return Map.of(
                "eventflux.api", distribution.library("eventflux.api"),
                "eventflux.testkit", distribution.library("eventflux.testkit"));
    }
}
