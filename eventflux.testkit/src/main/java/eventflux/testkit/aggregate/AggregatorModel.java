package eventflux.testkit.aggregate;

import java.util.List;

/** An aggregator written from its definition, in the plainest way, to compare the real one with. */
@FunctionalInterface
public interface AggregatorModel {

    /**
     * The result for a group.
     *
     * @param present the boxed arguments of the rows that are in the group, in the order in which they came; lists where there
     *     are several; null for
     *     an argument that is null, which only aggregators of rows are told of
     * @param ever those of all rows that ever came, since before any reset
     * @return a boxed value of the result type, or null
     */
    Object result(List<Object> present, List<Object> ever);
}
