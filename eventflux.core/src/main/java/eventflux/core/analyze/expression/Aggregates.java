package eventflux.core.analyze.expression;

import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.Over;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import java.util.ArrayList;
import java.util.List;

/** The aggregator calls of one selection; equal calls are made once. */
public final class Aggregates {

    private final List<AggregateCall> calls = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final boolean mayHaveFrames;
    private int uses;

    /** Of rows that other clauses choose. */
    public Aggregates() {
        this(false);
    }

    private Aggregates(boolean mayHaveFrames) {
        this.mayHaveFrames = mayHaveFrames;
    }

    /** Of rows that {@code OVER (…)} may choose. */
    public static Aggregates overFrames() {
        return new Aggregates(true);
    }

    /**
     * The rows that a call works on.
     *
     * @param written as the author wrote it
     * @param keys of which rows have the same values
     * @param order by which rows are in order
     */
    public record Frame(Over written, List<Expr> keys, List<Expr> order) {

        /** Whether it is about the same rows. */
        public boolean isLike(Frame other) {
            return keys.equals(other.keys)
                    && order.equals(other.order)
                    && reach(written).equals(reach(other.written));
        }

        private static List<Object> reach(Over over) {
            return over.preceding()
                    .map(preceding -> preceding instanceof DurationLiteral range
                            ? List.<Object>of("range", range.millis())
                            : List.<Object>of(
                                    "rows", preceding instanceof NumberLiteral rows ? rows.value() : preceding))
                    .orElse(List.of());
        }
    }

    /** Whether calls may have a frame. */
    boolean mayHaveFrames() {
        return mayHaveFrames;
    }

    /** The next call has a frame. */
    void add(Frame frame) {
        frames.add(frame);
    }

    /** The frames of all calls that have one. */
    public List<Frame> frames() {
        return List.copyOf(frames);
    }

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
