package eventflux.launcher.configuration;

import eventflux.api.config.ConfiguredSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the layers together: a file (the one that is named, or else the first that is found), above it the environment, above that
 * the command line. Variables inside the values of files are filled in.
 */
public final class Configuration {

    private static final List<String> NAMES = List.of("eventflux-config", "eventflux");
    private static final List<String> ENDINGS = List.of(".toml", ".yaml", ".yml");
    private static final String COMMAND_LINE = "--set";

    private final Map<String, String> environment;
    private final List<Path> folders;

    /**
     * For a process.
     *
     * @param environment its variables
     * @param folders where a file is looked for, in this order
     */
    Configuration(Map<String, String> environment, List<Path> folders) {
        this.environment = environment;
        this.folders = folders;
    }

    /** That of this process: files are looked for in the working directory, its {@code config}, the user's folder and {@code /etc}. */
    public static Configuration ofProcess() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return new Configuration(
                System.getenv(),
                List.of(
                        Path.of(""),
                        Path.of("config"),
                        home.resolve(".config/eventflux"),
                        Path.of("/etc/eventflux"),
                        Path.of("/usr/local/etc/eventflux")));
    }

    /**
     * All settings, each once.
     *
     * @param file the file that was named, if one was
     * @param set what the command line sets
     */
    public List<ConfiguredSetting> read(Optional<Path> file, Map<String, String> set) {
        Map<String, ConfiguredSetting> settings = new LinkedHashMap<>();
        VariableText variables = new VariableText(set, environment);
        file.or(this::found)
                .ifPresent(path -> ConfigurationFile.of(path).read().forEach((key, text) -> {
                    String value = variables.fill(text, path, key);
                    settings.put(key, new ConfiguredSetting(key, value, path.toString()));
                }));
        new EnvironmentSettings(environment).settings().forEach(setting -> settings.put(setting.key(), setting));
        set.forEach((name, value) -> {
            String key = ConfigurationFile.withoutRoot(name);
            settings.put(key, new ConfiguredSetting(key, value, COMMAND_LINE));
        });
        return new ArrayList<>(settings.values());
    }

    private Optional<Path> found() {
        return folders.stream()
                .flatMap(folder ->
                        NAMES.stream().flatMap(name -> ENDINGS.stream().map(ending -> folder.resolve(name + ending))))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
