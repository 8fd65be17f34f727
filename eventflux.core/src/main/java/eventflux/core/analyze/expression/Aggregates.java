package eventflux.core.analyze.expression;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import java.util.ArrayList;
import java.util.List;

/** The aggregator calls of one selection; equal calls are made once. */
public final class Aggregates {

    private final List<AggregateCall> calls = new ArrayList<>();
    private int uses;

    /** The result of a call. */
    Expr use(AggregateCall call) {
        uses++;
        int index = calls.indexOf(call);
        if (index < 0) {
            index = calls.size();
            calls.add(call);
        }
        return new Expr.AggregateRef(index, call.returns());
    }

    /** How often a result was asked for. */
    public int uses() {
        return uses;
    }

    /** The calls in the order of their first use. */
    public List<AggregateCall> calls() {
        return List.copyOf(calls);
    }
}
