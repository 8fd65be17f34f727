package eventflux.core.operator.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.ScratchRow;
import eventflux.core.row.RowView;

/** Tells an aggregator of several arguments of those without a null, after others have been told. */
public final class ArgumentRows implements AggregateUpdate {

    private final AggregateUpdate others;
    private final ScratchRow arguments;
    private final Aggregator.OfArguments aggregator;
    private final int count;

    /**
     * For one call.
     *
     * @param others what is told first
     * @param arguments those of the call, of a row
     */
    public ArgumentRows(AggregateUpdate others, ScratchRow arguments, Aggregator.OfArguments aggregator) {
        this.others = others;
        this.arguments = arguments;
        this.aggregator = aggregator;
        this.count = arguments.view().schema().size();
    }

    // All are computed before any aggregator is told: a row that fails must change none.
    @Override
    public void add(RowView row, EvalContext context) {
        RowView values = arguments.make(row, context);
        others.add(row, context);
        if (!hasNull(values)) {
            aggregator.add(values);
        }
    }

    @Override
    public void remove(RowView row, EvalContext context) {
        RowView values = arguments.make(row, context);
        others.remove(row, context);
        if (!hasNull(values)) {
            aggregator.remove(values);
        }
    }

    private boolean hasNull(RowView values) {
        for (int i = 0; i < count; i++) {
            if (values.isNull(i)) {
                return true;
            }
        }
        return false;
    }
}
