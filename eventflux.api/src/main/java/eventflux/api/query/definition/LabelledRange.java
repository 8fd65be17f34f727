package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * One range of a {@link RangeKey}.
 *
 * @param condition which rows belong to it
 * @param label the name of the partition
 * @param position where it stands
 */
public record LabelledRange(Expression condition, StringLiteral label, SourcePosition position) implements Node {

    /** Checks the parts. */
    public LabelledRange {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(position, "position");
    }
}
