package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.StreamName;
import java.util.List;
import java.util.Objects;

/**
 * {@code price > 100 as 'high' or price <= 100 as 'low' of Trades}.
 *
 * @param ranges the ranges, at least one
 * @param stream the stream
 * @param position where it stands
 */
public record RangeKey(List<LabelledRange> ranges, StreamName stream, SourcePosition position) implements PartitionKey {

    /** Checks the parts and copies the lists. */
    public RangeKey {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(position, "position");
        ranges = List.copyOf(ranges);
    }

    @Override
    public <R> R accept(PartitionKeyVisitor<R> visitor) {
        return visitor.visitRangeKey(this);
    }
}
