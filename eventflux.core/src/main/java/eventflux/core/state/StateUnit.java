package eventflux.core.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A part of an application whose state stays or goes as a whole, such as a query, with what its state depends on. Immutable.
 *
 * @param kind what it is, as people call it
 * @param name unique among those of its kind
 * @param shape what its state depends on, by aspect: while each has the same text, a state may go on
 * @param omissible aspects that the shape of a state that goes on need not have
 */
public record StateUnit(String kind, String name, Map<String, String> shape, Set<String> omissible) {

    /** Of which a state has all aspects that it has itself. */
    public StateUnit(String kind, String name, Map<String, String> shape) {
        this(kind, name, shape, Set.of());
    }

    /** Keeps the order of the aspects. */
    public StateUnit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        shape = Collections.unmodifiableMap(new LinkedHashMap<>(shape));
        omissible = Set.copyOf(omissible);
    }

    /** Whether the other has the same kind and name. */
    public boolean isCalledLike(StateUnit other) {
        return kind.equals(other.kind) && name.equals(other.name);
    }

    /** Whether a state of the other can go on in this one. */
    public boolean fits(StateUnit other) {
        Map<String, String> wanted = new HashMap<>(shape);
        wanted.keySet().removeIf(aspect -> omissible.contains(aspect) && !other.shape.containsKey(aspect));
        return isCalledLike(other) && wanted.equals(other.shape);
    }
}
