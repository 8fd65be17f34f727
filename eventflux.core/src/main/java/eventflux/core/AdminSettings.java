package eventflux.core;

import eventflux.api.config.ConfiguredSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what Configuration Admin says among the other settings of the engine. */
final class AdminSettings {

    private static final String ORIGIN = "Configuration Admin";
    /** What was set on the command line stays. */
    private static final String COMMAND_LINE = "--set";

    private static final Set<String> TABLES =
            Set.of("application", "applications", "streams", "tables", "refs", "properties");

    private AdminSettings() {}

    static List<ConfiguredSetting> above(List<ConfiguredSetting> others, Map<String, Object> properties) {
        Map<String, ConfiguredSetting> settings = new LinkedHashMap<>();
        others.forEach(setting -> settings.put(setting.key(), setting));
        properties.forEach((key, value) -> {
            ConfiguredSetting present = settings.get(key);
            boolean isOurs = TABLES.contains(key.split("\\.", 2)[0]);
            if (isOurs && (present == null || !present.origin().equals(COMMAND_LINE))) {
                settings.put(key, new ConfiguredSetting(key, String.valueOf(value), ORIGIN));
            }
        });
        return new ArrayList<>(settings.values());
    }
}
