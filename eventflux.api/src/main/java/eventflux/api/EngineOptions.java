package eventflux.api;

import java.util.Map;
import java.util.Objects;

/**
 * What an engine is made with.
 *
 * @param timeSource where it takes the time from
 * @param settings engine-wide settings by dotted name, below what a text says
 */
public record EngineOptions(TimeSource timeSource, Map<String, String> settings) {

    /** Copies the settings. */
    public EngineOptions {
        Objects.requireNonNull(timeSource, "timeSource");
        settings = Map.copyOf(settings);
    }

    /** The system's clock and no settings. */
    public EngineOptions() {
        this(SystemTimeSource.create(), Map.of());
    }

    /** The same with another time source. */
    public EngineOptions withTimeSource(TimeSource source) {
        return new EngineOptions(source, settings);
    }

    /** The same with other settings. */
    public EngineOptions withSettings(Map<String, String> other) {
        return new EngineOptions(timeSource, other);
    }
}
