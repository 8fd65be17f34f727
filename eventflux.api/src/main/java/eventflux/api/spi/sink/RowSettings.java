package eventflux.api.spi.sink;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings of a sink as they are for the row at hand: {@code {{column}}} is filled in where the parameter is declared dynamic.
 * To be asked while the sink publishes, on that thread.
 */
@ProviderType
public interface RowSettings {

    /** The text; empty when the setting is not there, or when it is nothing but a column that is null. */
    Optional<String> find(String name);

    /** All that begin with a prefix, without it; those that are nothing but a null column are left out. */
    Map<String, String> withPrefix(String prefix);
}
