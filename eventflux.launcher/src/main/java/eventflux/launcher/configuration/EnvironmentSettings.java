package eventflux.launcher.configuration;

import eventflux.api.config.ConfiguredSetting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Variables of the environment that are settings: {@code EVENTFLUX_APPLICATION_KAFKA_TOPIC} is {@code application.kafka.topic}.
 * Names of streams and keys are compared without regard to case by whoever looks for them.
 */
final class EnvironmentSettings {

    private static final String PREFIX = "EVENTFLUX_";
    /** The tables that may be written so; other variables that begin with the prefix belong to the start script. */
    private static final Set<String> TABLES = Set.of(
            "application",
            "streams",
            "tables",
            "refs",
            "properties",
            "runtime",
            "persistence",
            "errors",
            "observability",
            "security");

    private final Map<String, String> environment;

    EnvironmentSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    List<ConfiguredSetting> settings() {
        return environment.keySet().stream()
                .filter(EnvironmentSettings::isSetting)
                .sorted()
                .map(name -> new ConfiguredSetting(key(name), environment.get(name), "environment " + name))
                .toList();
    }

    private static boolean isSetting(String name) {
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        String key = key(name);
        int dot = key.indexOf('.');
        return dot > 0 && TABLES.contains(key.substring(0, dot));
    }

    private static String key(String name) {
        return name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
