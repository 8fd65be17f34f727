package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.StreamName;
import java.util.Objects;

/**
 * {@code symbol of Trades}: one partition for each value.
 *
 * @param value the value
 * @param stream the stream
 * @param position where it stands
 */
public record ValueKey(Expression value, StreamName stream, SourcePosition position) implements PartitionKey {

    /** Checks the parts. */
    public ValueKey {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(PartitionKeyVisitor<R> visitor) {
        return visitor.visitValueKey(this);
    }
}
