package eventflux.core.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A part of an application whose state stays or goes as a whole, such as a query, with what its state depends on. Immutable.
 *
 * @param kind what it is, as people call it
 * @param name unique among those of its kind
 * @param shape what its state depends on, by aspect: while each has the same text, a state may go on
 */
public record StateUnit(String kind, String name, Map<String, String> shape) {

    /** Keeps the order of the aspects. */
    public StateUnit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        shape = Collections.unmodifiableMap(new LinkedHashMap<>(shape));
    }

    /** Whether the other has the same kind and name. */
    public boolean isCalledLike(StateUnit other) {
        return kind.equals(other.kind) && name.equals(other.name);
    }

    /** Whether a state of the other can go on in this one. */
    public boolean fits(StateUnit other) {
        return isCalledLike(other) && shape.equals(other.shape);
    }
}
