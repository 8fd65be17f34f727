package eventflux.core.analyze.setting;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.api.error.SourcePosition;
import eventflux.core.catalog.DurationText;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings after the check, by the name of the parameter, defaults included. Equal when they say the same. Immutable.
 *
 * @param values the texts
 * @param origins where those were said that are no defaults
 * @param positions where those stand that the text says
 */
public record CheckedSettings(
        Map<String, String> values, Map<String, String> origins, Map<String, SourcePosition> positions)
        implements Settings {

    /** Copies the maps. */
    public CheckedSettings {
        origins = Map.copyOf(origins);
        positions = Map.copyOf(positions);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String getString(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no setting " + name));
    }

    @Override
    public int getInt(String name) {
        return Integer.parseInt(getString(name).strip());
    }

    @Override
    public long getLong(String name) {
        return Long.parseLong(getString(name).strip());
    }

    @Override
    public boolean getBoolean(String name) {
        return Boolean.parseBoolean(getString(name).strip());
    }

    @Override
    public long getMillis(String name) {
        return DurationText.millis(getString(name))
                .orElseThrow(() -> new IllegalArgumentException("no duration: setting " + name));
    }

    @Override
    public Map<String, String> withPrefix(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return Collections.unmodifiableMap(found);
    }

    @Override
    public Optional<String> origin(String name) {
        return Optional.ofNullable(origins.get(name));
    }

    @Override
    public Optional<SourcePosition> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckedSettings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Without secrets: it stands in explanations. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((name, value) -> shown.put(name, ConfiguredSetting.shown(name, value)));
        return shown.toString();
    }
}
