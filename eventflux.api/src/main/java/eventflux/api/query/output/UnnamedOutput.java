package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * The query says nothing: in an application the SQL dialect's stream {@code OutputStream}, on demand the caller.
 *
 * @param position where it stands
 */
public record UnnamedOutput(SourcePosition position) implements OutputAction {

    /** Checks the parts. */
    public UnnamedOutput {
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(OutputActionVisitor<R> visitor) {
        return visitor.visitUnnamedOutput(this);
    }
}
