package eventflux.launcher.command;

import eventflux.launcher.LauncherError;
import eventflux.launcher.node.NodeRequest;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Options of every command that starts an engine. Filled by the command-line library, read once. */
final class EngineArguments {

    @Option(
            names = {"-e", "--extension"},
            paramLabel = "JAR",
            description = "A jar with windows, functions, sources or sinks; may be given several times.")
    private List<Path> extensions = new ArrayList<>();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A .properties file with settings of the engine.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, over those of --config; may be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--persistence-dir",
            paramLabel = "DIR",
            description = "Keep state in files of this folder (not yet).")
    private Path persistenceFolder;

    @Option(names = "--sqlite", paramLabel = "DB", description = "Keep state in this database (not yet).")
    private Path sqlite;

    NodeRequest toRequest(Profile profile) {
        refuse(persistenceFolder, "--persistence-dir");
        refuse(sqlite, "--sqlite");
        for (Path extension : extensions) {
            requireFile(extension);
        }
        Map<String, String> all = new HashMap<>(config == null ? Map.of() : read(config));
        all.putAll(settings);
        return new NodeRequest(
                profile, extensions.stream().map(Path::toAbsolutePath).toList(), all);
    }

    private static void refuse(Path value, String option) {
        if (value != null) {
            throw LauncherError.NOT_AVAILABLE.exception("option", option);
        }
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw LauncherError.FILE_NOT_FOUND.exception("file", file);
        }
    }

    private static Map<String, String> read(Path file) {
        requireFile(file);
        if (!file.toString().endsWith(".properties")) {
            throw LauncherError.CONFIG_FORMAT.exception("file", file);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw LauncherError.FILE_NOT_READABLE.because(unreadable, "file", file, "reason", unreadable.getMessage());
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
