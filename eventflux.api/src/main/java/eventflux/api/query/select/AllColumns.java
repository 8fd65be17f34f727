package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.StreamName;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code *} or {@code s.*}.
 *
 * @param qualifier whose columns
 * @param position where it stands
 */
public record AllColumns(Optional<StreamName> qualifier, SourcePosition position) implements SelectItem {

    /** Checks the parts. */
    public AllColumns {
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(SelectItemVisitor<R> visitor) {
        return visitor.visitAllColumns(this);
    }
}
