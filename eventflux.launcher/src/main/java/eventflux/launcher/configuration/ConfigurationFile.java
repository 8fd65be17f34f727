package eventflux.launcher.configuration;

import eventflux.launcher.LauncherError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A file of settings: {@code .toml}, {@code .yaml}, {@code .yml} or {@code .properties}. */
final class ConfigurationFile {

    private final Path path;

    private ConfigurationFile(Path path) {
        this.path = path;
    }

    static ConfigurationFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw LauncherError.FILE_NOT_FOUND.exception("file", path);
        }
        return new ConfigurationFile(path);
    }

    /** The settings by dotted name, in the order of the file. */
    Map<String, String> read() {
        String name = path.toString().toLowerCase(Locale.ROOT);
        Map<String, String> settings;
        if (name.endsWith(".toml")) {
            settings = SettingsTree.ofToml(path);
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            settings = SettingsTree.ofYaml(path);
        } else if (name.endsWith(".properties")) {
            return properties();
        } else {
            throw LauncherError.CONFIG_FORMAT.exception("file", path);
        }
        Map<String, String> plain = new LinkedHashMap<>();
        settings.forEach((key, value) -> plain.put(withoutRoot(key), value));
        KnownTables.require(plain.keySet(), path);
        return plain;
    }

    /** The ancestors' YAML puts everything below {@code eventflux}. */
    static String withoutRoot(String key) {
        return key.startsWith("eventflux.") ? key.substring("eventflux.".length()) : key;
    }

    private Map<String, String> properties() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw LauncherError.FILE_NOT_READABLE.because(unreadable, "file", path, "reason", unreadable.getMessage());
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
