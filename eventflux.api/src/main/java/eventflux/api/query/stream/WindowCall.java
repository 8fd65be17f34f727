package eventflux.api.query.stream;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A window: {@code #window.length(3)}, {@code #window:length(3)}, {@code WINDOW('length', 3)} or {@code WINDOW TUMBLING(1 min)}.
 *
 * @param namespace the part before the colon, as in {@code unique:ever}
 * @param name the kind of window
 * @param arguments the arguments in their order
 * @param spelling which of the forms the author used
 * @param position where it stands
 */
public record WindowCall(
        Optional<Name> namespace, Name name, List<Expression> arguments, Spelling spelling, SourcePosition position)
        implements StreamHandler {

    /** Checks the parts and copies the lists. */
    public WindowCall {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(spelling, "spelling");
        Objects.requireNonNull(position, "position");
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(StreamHandlerVisitor<R> visitor) {
        return visitor.visitWindowCall(this);
    }

    /** The forms that a window call may have. */
    public enum Spelling {
        /** {@code #window.length(3)}. */
        DOT,
        /** {@code #window:length(3)}. */
        COLON,
        /** {@code WINDOW('length', 3)}. */
        QUOTED,
        /** {@code WINDOW TUMBLING(1 min)}. */
        WORD,
        /** {@code length(3)}, in the definition of a named window. */
        BARE
    }
}
