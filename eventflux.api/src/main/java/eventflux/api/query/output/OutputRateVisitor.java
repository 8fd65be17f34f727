package eventflux.api.query.output;

/**
 * One method for each kind of {@link OutputRate}.
 *
 * @param <R> what a visit answers
 */
public interface OutputRateVisitor<R> {

    /** Visits a event rate. */
    R visitEventRate(EventRate eventRate);

    /** Visits a time rate. */
    R visitTimeRate(TimeRate timeRate);

    /** Visits a snapshot rate. */
    R visitSnapshotRate(SnapshotRate snapshotRate);
}
