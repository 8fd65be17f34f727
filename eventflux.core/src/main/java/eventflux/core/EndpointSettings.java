package eventflux.core;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the settings of an application's sources and sinks, with where each was said. */
final class EndpointSettings {

    private static final String DEFAULT = "default";

    private final List<ConfiguredSetting> settings = new ArrayList<>();

    private EndpointSettings() {}

    static List<ConfiguredSetting> of(ResolvedApp app) {
        EndpointSettings collector = new EndpointSettings();
        app.sources().forEach(collector::add);
        app.sinks().forEach(collector::add);
        return collector.settings;
    }

    private void add(Endpoint endpoint) {
        String stream = "streams." + endpoint.name() + ".";
        add(stream, endpoint.transport(), endpoint.settings());
        endpoint.mapper().ifPresent(mapping -> add(stream, mapping.extension(), mapping.settings()));
    }

    private void add(String stream, ExtensionRef extension, Settings values) {
        Map<String, String> sorted = new TreeMap<>(values.withPrefix(""));
        sorted.forEach((name, value) -> settings.add(new ConfiguredSetting(
                stream + extension.name() + "." + name,
                value,
                values.origin(name).orElse(DEFAULT))));
    }
}
