package eventflux.core.operator.condition;

import eventflux.api.event.Row;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.window.ChangingCondition;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowTriplePredicate;
import eventflux.core.row.RowView;
import java.util.List;

/** A condition over the rows of a window that stays what it is; what is in is kept in the state of its aggregators. */
public final class CompiledCondition implements ChangingCondition {

    private final RowTriplePredicate condition;
    private final AggregateUpdate update;
    private final Aggregator[] aggregators;
    private final EvalContext context;

    /**
     * A condition.
     *
     * @param condition over the row at hand, the first and the last
     * @param update counts rows into the aggregators
     * @param aggregators that the condition reads
     */
    public CompiledCondition(
            RowTriplePredicate condition, AggregateUpdate update, List<Aggregator> aggregators, EvalContext context) {
        this.condition = condition;
        this.update = update;
        this.aggregators = aggregators.toArray(new Aggregator[0]);
        this.context = context;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean follow(Row row) {
        return false;
    }

    @Override
    public void add(Row row) {
        update.add((RowView) row, context);
    }

    @Override
    public void remove(Row row) {
        update.remove((RowView) row, context);
    }

    @Override
    public void clear() {
        for (Aggregator aggregator : aggregators) {
            aggregator.reset();
        }
    }

    @Override
    public boolean test(Row row, Row first, Row last) {
        return condition.test((RowView) row, (RowView) first, (RowView) last, context);
    }
}
