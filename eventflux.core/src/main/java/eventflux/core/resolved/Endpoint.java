package eventflux.core.resolved;

import eventflux.api.config.Settings;
import eventflux.api.error.SourcePosition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A source or sink of a stream.
 *
 * @param name unique in the application: the stream's name, numbered where there are several
 * @param stream the stream
 * @param transport the source or sink extension
 * @param settings its settings, checked
 * @param mapper the mapper, when messages stand between
 * @param attributes which attribute of a source's messages a column takes, by column
 * @param position where it is declared, for what the extension itself finds wrong
 */
public record Endpoint(
        String name,
        String stream,
        ExtensionRef transport,
        Settings settings,
        Optional<Mapping> mapper,
        Map<String, String> attributes,
        SourcePosition position) {

    /** Refuses missing parts. */
    public Endpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(mapper, "mapper");
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(position, "position");
    }

    /**
     * A mapper and its settings.
     *
     * @param extension source mapper or sink mapper
     * @param settings its settings, checked
     */
    public record Mapping(ExtensionRef extension, Settings settings) {}
}
