package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.stream.StreamHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An event of a stream that fulfils conditions: {@code e2=B[v > e1.v]<2:5>}.
 *
 * @param alias how expressions call it; else they use the name of the stream
 * @param stream the stream
 * @param handlers filters and functions; windows are refused by the analyser
 * @param quantifier how many events it collects; one when empty
 * @param position where it stands
 */
public record EventElement(
        Optional<Name> alias,
        StreamName stream,
        List<StreamHandler> handlers,
        Optional<Quantifier> quantifier,
        SourcePosition position)
        implements PatternElement {

    /** Checks the parts and copies the lists. */
    public EventElement {
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(position, "position");
        handlers = List.copyOf(handlers);
    }

    @Override
    public <R> R accept(PatternElementVisitor<R> visitor) {
        return visitor.visitEventElement(this);
    }
}
