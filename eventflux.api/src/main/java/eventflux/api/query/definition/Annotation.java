package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code @name(…)}.
 *
 * @param namespace the part before the colon, as in {@code @app:name}
 * @param name the name
 * @param elements the keys and values in their order
 * @param nested the annotations inside
 * @param position where it stands
 */
public record Annotation(
        Optional<Name> namespace, Name name, List<Setting> elements, List<Annotation> nested, SourcePosition position)
        implements Node {

    /** Checks the parts and copies the lists. */
    public Annotation {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        elements = List.copyOf(elements);
        nested = List.copyOf(nested);
    }

    /** The value of an element, looked up by its key, upper and lower case apart. */
    public Optional<String> value(String key) {
        return elements.stream()
                .filter(element ->
                        element.key().filter(name -> name.isSameWord(key)).isPresent())
                .findFirst()
                .map(Setting::text);
    }
}
