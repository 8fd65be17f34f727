package eventflux.core.analyze.setting;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.SourcePosition;
import eventflux.core.analyze.setting.RawSetting.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the configuration says about one application, from the lowest layer up: {@code application.*} for all its sources and sinks,
 * {@code refs.<name>.*} for those that refer to it, {@code streams.<stream>.*}, and {@code applications.<application>.streams.*};
 * {@code tables} instead of {@code streams} for the stores of tables.
 * Names of streams and applications are compared without regard to case, since variables of the environment have none.
 */
public final class Configured {

    /** What the table of the application says that is no setting of a source or sink. */
    private static final List<String> OF_APPLICATION =
            List.of("name", "type", "extension", "format", "buffer_size", "timeout", "retry_count");

    private final String application;
    private final List<ConfiguredSetting> settings;

    public Configured(String application, List<ConfiguredSetting> settings) {
        this.application = application;
        this.settings = settings.stream()
                .sorted(Comparator.comparing(ConfiguredSetting::key))
                .toList();
    }

    /** For a stream, the lower layers first; what refers to elsewhere is not among them. */
    public List<RawSetting> ofStream(String stream, SourcePosition definition) {
        List<RawSetting> found = below("application.", Layer.APPLICATION, definition);
        found.removeIf(setting -> OF_APPLICATION.contains(setting.key()));
        found.addAll(below("streams." + stream + ".", Layer.STREAM, definition));
        found.addAll(below("applications." + application + ".streams." + stream + ".", Layer.OWN_STREAM, definition));
        return found;
    }

    /** For a table, the lower layers first. */
    public List<RawSetting> ofTable(String table, SourcePosition definition) {
        List<RawSetting> found = below("application.", Layer.APPLICATION, definition);
        found.addAll(below("tables." + table + ".", Layer.STREAM, definition));
        found.addAll(below("applications." + application + ".tables." + table + ".", Layer.OWN_STREAM, definition));
        return found;
    }

    /** What the configuration says of all applications of this engine, as in {@code properties.shardId}. */
    public Optional<String> property(String name) {
        return settings.stream()
                .filter(setting -> setting.key().equalsIgnoreCase("properties." + name))
                .map(ConfiguredSetting::value)
                .findFirst();
    }

    /** What a reference stands for; nothing when there is none of the name. */
    List<RawSetting> reference(String name, SourcePosition position) {
        return below("refs." + name + ".", Layer.REFERENCE, position);
    }

    /** The names that may be referred to. */
    List<String> references() {
        return settings.stream()
                .map(ConfiguredSetting::key)
                .filter(key -> key.startsWith("refs.") && key.indexOf('.', "refs.".length()) > 0)
                .map(key -> key.substring("refs.".length(), key.indexOf('.', "refs.".length())))
                .distinct()
                .toList();
    }

    private List<RawSetting> below(String prefix, Layer layer, SourcePosition position) {
        Map<String, RawSetting> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ConfiguredSetting setting : settings) {
            if (setting.key().regionMatches(true, 0, prefix, 0, prefix.length())
                    && setting.key().length() > prefix.length()) {
                String key = setting.key().substring(prefix.length());
                found.put(key, new RawSetting(key, setting.value(), position, layer, setting.origin()));
            }
        }
        return new ArrayList<>(found.values());
    }
}
