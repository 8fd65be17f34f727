package eventflux.core.resolved;

import eventflux.api.spi.ExtensionKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

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

    /** Those that a capability names; of a kind that a later version of the API knows, none. */
    public static Set<ExtensionRef> named(Object kind, Collection<?> names) {
        Set<ExtensionRef> refs = new HashSet<>();
        for (ExtensionKind known : ExtensionKind.values()) {
            if (known.name().equals(kind)) {
                names.forEach(
                        name -> refs.add(new ExtensionRef(known, name.toString().strip())));
            }
        }
        return refs;
    }

    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
