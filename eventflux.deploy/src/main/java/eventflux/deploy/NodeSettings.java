package eventflux.deploy;

import eventflux.api.EngineOptions;
import eventflux.api.config.ConfiguredSetting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the launcher was told that concerns the node and no application. */
record NodeSettings(Map<String, String> values) {

    /** Those of an engine; null where nobody registered any. */
    static NodeSettings of(EngineOptions options) {
        Map<String, String> values = new HashMap<>();
        if (options != null) {
            for (ConfiguredSetting setting : options.configuration()) {
                values.put(setting.key(), setting.value());
            }
        }
        return new NodeSettings(values);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
