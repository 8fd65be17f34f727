package eventflux.api.query.definition;

/**
 * One method for each kind of {@link PartitionKey}.
 *
 * @param <R> what a visit answers
 */
public interface PartitionKeyVisitor<R> {

    /** Visits a value key. */
    R visitValueKey(ValueKey valueKey);

    /** Visits a range key. */
    R visitRangeKey(RangeKey rangeKey);
}
