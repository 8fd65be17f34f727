package eventflux.core.resolved;

import eventflux.api.config.Settings;
import eventflux.api.error.SourcePosition;
import java.util.List;
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
 * @param care what becomes of what fails, and of the connection
 * @param spread how a sink spreads its rows over several destinations, if it does
 * @param position where it is declared, for what the extension itself finds wrong
 */
public record Endpoint(
        String name,
        String stream,
        ExtensionRef transport,
        Settings settings,
        Optional<Mapping> mapper,
        Map<String, String> attributes,
        Care care,
        Optional<Spread> spread,
        SourcePosition position) {

    /** Refuses missing parts. */
    public Endpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(mapper, "mapper");
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(care, "care");
        Objects.requireNonNull(spread, "spread");
        Objects.requireNonNull(position, "position");
    }

    /** The same with another policy for what fails. */
    public Endpoint withFailures(FailurePolicy policy) {
        Care other = new Care(policy, care.connection());
        return new Endpoint(name, stream, transport, settings, mapper, attributes, other, spread, position);
    }

    /**
     * A mapper and its settings.
     *
     * @param extension source mapper or sink mapper
     * @param settings its settings, checked
     */
    public record Mapping(ExtensionRef extension, Settings settings) {}

    /**
     * What becomes of what fails.
     *
     * @param failures of the rows or messages
     * @param connection of the connection
     */
    public record Care(FailurePolicy failures, ConnectionPolicy connection) {}

    /**
     * Several destinations.
     *
     * @param strategy chooses among them
     * @param settings of the strategy, checked
     * @param destinations the settings of the sink for each, those that are the same for all included
     */
    public record Spread(ExtensionRef strategy, Settings settings, List<Settings> destinations) {

        /** Copies the list. */
        public Spread {
            destinations = List.copyOf(destinations);
        }
    }
}
