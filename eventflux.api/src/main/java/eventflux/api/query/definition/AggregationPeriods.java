package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.DurationUnit;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * The periods of an aggregation: {@code every sec, min} or {@code every sec ... year}.
 *
 * @param units the units as written; of a range its two ends
 * @param range whether it is a range
 * @param position where it stands
 */
public record AggregationPeriods(List<DurationUnit> units, boolean range, SourcePosition position) implements Node {

    /** Checks the parts and copies the lists. */
    public AggregationPeriods {
        Objects.requireNonNull(position, "position");
        units = List.copyOf(units);
    }
}
