package eventflux.api.query.node;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * The name of something that can be read or written: a stream, table, window, trigger or aggregation.
 *
 * @param scope among which streams it is looked up
 * @param text the name without its prefix
 * @param position where it stands
 */
public record StreamName(StreamScope scope, String text, SourcePosition position) implements Node {

    /** Checks the parts. */
    public StreamName {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
    }

    /** The name with its prefix. */
    public String qualified() {
        return scope.prefix() + text;
    }

    @Override
    public String toString() {
        return qualified();
    }
}
