package eventflux.api;

import eventflux.api.config.ConfiguredSetting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What an engine is made with.
 *
 * @param timeSource where it takes the time from
 * @param configuration settings by dotted name, each with its origin; they stand below what a text says
 */
public record EngineOptions(TimeSource timeSource, List<ConfiguredSetting> configuration) {

    private static final String PROGRAM = "program";

    /** Copies the settings. */
    public EngineOptions {
        Objects.requireNonNull(timeSource, "timeSource");
        configuration = List.copyOf(configuration);
    }

    /** The system's clock and no settings. */
    public EngineOptions() {
        this(SystemTimeSource.create(), List.of());
    }

    /** The same with another time source. */
    public EngineOptions withTimeSource(TimeSource source) {
        return new EngineOptions(source, configuration);
    }

    /** The same with other settings, which the program says itself. */
    public EngineOptions withSettings(Map<String, String> other) {
        return withConfiguration(other.entrySet().stream()
                .map(setting -> new ConfiguredSetting(setting.getKey(), setting.getValue(), PROGRAM))
                .toList());
    }

    /** The same with other settings. */
    public EngineOptions withConfiguration(List<ConfiguredSetting> other) {
        return new EngineOptions(timeSource, other);
    }

    /** The settings by dotted name. */
    public Map<String, String> settings() {
        return configuration.stream()
                .collect(Collectors.toUnmodifiableMap(
                        ConfiguredSetting::key, ConfiguredSetting::value, (earlier, later) -> later));
    }
}
