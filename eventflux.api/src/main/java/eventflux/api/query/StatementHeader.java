package eventflux.api.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * What every statement has.
 *
 * @param annotations the annotations before it
 * @param dialect the generation of the language
 * @param position where it stands
 */
public record StatementHeader(List<Annotation> annotations, Dialect dialect, SourcePosition position) implements Node {

    /** Checks the parts and copies the lists. */
    public StatementHeader {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(position, "position");
        annotations = List.copyOf(annotations);
    }
}
