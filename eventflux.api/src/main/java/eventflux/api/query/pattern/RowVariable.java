package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import java.util.Objects;

/**
 * A row that fulfils the definition of a variable.
 *
 * @param name the variable
 * @param position where it stands
 */
public record RowVariable(Name name, SourcePosition position) implements RowPattern {

    /** Checks the parts. */
    public RowVariable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(RowPatternVisitor<R> visitor) {
        return visitor.visitRowVariable(this);
    }
}
