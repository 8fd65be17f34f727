package eventflux.core;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the settings of an application's sources, sinks and stores, with where each was said. */
final class EndpointSettings {

    private static final String DEFAULT = "default";

    private final List<ConfiguredSetting> settings = new ArrayList<>();

    private EndpointSettings() {}

    static List<ConfiguredSetting> of(ResolvedApp app) {
        EndpointSettings collector = new EndpointSettings();
        app.sources().forEach(collector::add);
        app.sinks().forEach(collector::add);
        for (ResolvedTable table : app.tables()) {
            table.store()
                    .ifPresent(store ->
                            collector.add("tables." + table.name() + ".", store.extension(), store.settings()));
        }
        return collector.settings;
    }

    private void add(Endpoint endpoint) {
        String stream = "streams." + endpoint.name() + ".";
        add(stream, endpoint.transport(), endpoint.settings());
        endpoint.spread().ifPresent(spread -> {
            for (int i = 0; i < spread.destinations().size(); i++) {
                String destination = stream + "destination." + (i + 1) + ".";
                add(destination, endpoint.transport(), spread.destinations().get(i));
            }
        });
        endpoint.mapper().ifPresent(mapping -> add(stream, mapping.extension(), mapping.settings()));
    }

    private void add(String place, ExtensionRef extension, Settings values) {
        Map<String, String> sorted = new TreeMap<>(values.withPrefix(""));
        sorted.forEach((name, value) -> settings.add(new ConfiguredSetting(
                place + extension.name() + "." + name,
                value,
                values.origin(name).orElse(DEFAULT))));
    }
}
