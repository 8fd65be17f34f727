package eventflux.core.resolved;

import eventflux.api.spi.ExtensionKind;
import java.util.Objects;

/**
 * An extension by name.
 *
 * @param kind what it extends
 * @param name as queries write it, with its namespace when it has one
 */
public record ExtensionRef(ExtensionKind kind, String name) {

    /** Refuses missing parts. */
    public ExtensionRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
