package eventflux.api.spi.source;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What comes with a message beside its payload: a key, a timestamp, headers. Columns take it with {@code trp:<name>}. Valid while
 * the message is handed over, on the thread that does so.
 */
@ConsumerType
@FunctionalInterface
public interface MessageAttributes {

    /**
     * One attribute.
     *
     * @param name as the source's reference page spells it
     * @return a text, a number or a truth; empty when the message has none of the name
     */
    Optional<Object> find(String name);

    /** None at all. */
    static MessageAttributes none() {
        return name -> Optional.empty();
    }
}
