package eventflux.launcher.command;

import eventflux.api.config.ConfiguredSetting;
import eventflux.launcher.LauncherError;
import eventflux.launcher.configuration.Configuration;
import eventflux.launcher.node.NodeRequest;
import eventflux.launcher.node.NodeRequest.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that starts an engine, behind the command or before it. Filled by the command-line library, read once. */
final class EngineArguments {

    @Option(
            names = {"-e", "--extension"},
            paramLabel = "JAR",
            description = "A jar with windows, functions, sources or sinks; may be given several times.")
    private List<Path> extensions = new ArrayList<>();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "Settings in a .toml, .yaml or .properties file. By default eventflux.toml (or .yaml) of the working directory, "
                            + "its config, ~/.config/eventflux or /etc/eventflux.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "One setting, over those of --config and the environment; may be given several times. Also the value of $${KEY}.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--persistence-dir",
            paramLabel = "DIR",
            description = "Keep the state of applications in files of this folder, and begin with what is there.")
    private Path persistenceFolder;

    @Option(
            names = "--sqlite",
            paramLabel = "DB",
            description = "Keep the state of applications in this SQLite database, and begin with what is there.")
    private Path sqlite;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    NodeRequest toRequest(Profile profile) {
        beforeCommand().ifPresent(this::goOver);
        for (Path extension : extensions) {
            requireFile(extension);
        }
        return new NodeRequest(
                profile, extensions.stream().map(Path::toAbsolutePath).toList(), settings());
    }

    // "eventflux --set KEY=VALUE run FILE"
    private Optional<EngineArguments> beforeCommand() {
        return Optional.ofNullable(command.parent())
                .flatMap(program -> program.mixins().values().stream()
                        .map(CommandSpec::userObject)
                        .filter(EngineArguments.class::isInstance)
                        .map(EngineArguments.class::cast)
                        .findFirst());
    }

    private void goOver(EngineArguments before) {
        extensions.addAll(0, before.extensions);
        before.settings.forEach(settings::putIfAbsent);
        config = config == null ? before.config : config;
        if (persistenceFolder == null && sqlite == null) {
            persistenceFolder = before.persistenceFolder;
            sqlite = before.sqlite;
        }
    }

    private List<ConfiguredSetting> settings() {
        if (persistenceFolder != null && sqlite != null) {
            throw LauncherError.TWO_STORES.exception();
        }
        List<ConfiguredSetting> all =
                new ArrayList<>(Configuration.ofProcess().read(Optional.ofNullable(config), settings));
        if (persistenceFolder != null) {
            keep(all, "file", persistenceFolder, "--persistence-dir");
        }
        if (sqlite != null) {
            keep(all, "sqlite", sqlite, "--sqlite");
        }
        return all;
    }

    // Where files say something else about it, they mean another store.
    private static void keep(List<ConfiguredSetting> all, String store, Path place, String option) {
        Map<String, String> said = Map.of(
                "persistence.type",
                store,
                "persistence.path",
                place.toAbsolutePath().toString(),
                "persistence.enabled",
                "true");
        all.removeIf(setting -> said.containsKey(setting.key()));
        said.forEach((key, value) -> all.add(new ConfiguredSetting(key, value, option)));
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw LauncherError.FILE_NOT_FOUND.exception("file", file);
        }
    }
}
