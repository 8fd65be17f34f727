package eventflux.api.config;

import eventflux.api.error.SourcePosition;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings of one source, sink or mapper by parameter name, checked against its descriptor: unknown names, missing
 * ones and values of the wrong type have been reported as problems before. Defaults of the descriptor are filled in.
 * Immutable.
 */
@ProviderType
public interface Settings {

    /** Whether the author gave it or it has a default. */
    boolean has(String name);

    /** The text, empty when it is neither given nor has a default. */
    Optional<String> find(String name);

    /** The text of a setting that is there. */
    String getString(String name);

    /** A whole number. */
    int getInt(String name);

    /** A whole number. */
    long getLong(String name);

    /** True or false. */
    boolean getBoolean(String name);

    /** A duration in milliseconds: a number, or a number with a unit such as {@code 5 sec} or {@code 100ms}. */
    long getMillis(String name);

    /** Where the value was said, for people; empty for a default and for what is not there. */
    default Optional<String> origin(String name) {
        return Optional.empty();
    }

    /** Where it is written in the text of the application; empty for what stands elsewhere. */
    default Optional<SourcePosition> position(String name) {
        return Optional.empty();
    }

    /** All that begin with a prefix, without it; for settings whose names are open, such as mappings by column. */
    Map<String, String> withPrefix(String prefix);
}
