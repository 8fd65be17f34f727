package eventflux.core.plan;

import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the condition of an event apart: what is about the event alone, and what compares it with captured values for equality. */
public final class PatternKeys {

    private static final int EVENT = 0;
    private static final int MATCH = 1;

    private PatternKeys() {}

    /**
     * Two values that have to be equal.
     *
     * @param event over the event alone
     * @param match a captured value
     */
    public record Pair(Expr event, Expr.ColumnRef match) {}

    /** The equalities that a condition demands between the event and what is captured. */
    public static List<Pair> of(Optional<Expr> condition) {
        List<Pair> pairs = new ArrayList<>();
        condition.stream().flatMap(whole -> parts(whole).stream()).forEach(part -> {
            if (part instanceof Truth.Comparison comparison && comparison.operator() == ComparisonOperator.EQUAL) {
                pair(comparison.left(), comparison.right()).ifPresent(pairs::add);
                pair(comparison.right(), comparison.left()).ifPresent(pairs::add);
            }
        });
        return pairs;
    }

    /**
     * The equalities by which the matches that wait for a leaf are found. None where what they compare may still change: while
     * events are collected, or by another event of the step; and none in sequences, where every event concerns every match.
     */
    public static List<Pair> index(ResolvedPattern pattern, int step, int leaf) {
        ResolvedPattern.Step present = pattern.steps().get(step);
        boolean changes =
                present.isCounted() || step > 0 && pattern.steps().get(step - 1).isCounted();
        if (pattern.sequence() || changes) {
            return List.of();
        }
        return of(present.leaves().get(leaf).condition()).stream()
                .filter(pair -> pattern.captured().get(pair.match().column()).step() != pattern.collectedAt(step))
                .toList();
    }

    private static Optional<Pair> pair(Expr event, Expr match) {
        return match instanceof Expr.ColumnRef column && column.input() == MATCH && refersOnlyTo(event, EVENT)
                ? Optional.of(new Pair(event, column))
                : Optional.empty();
    }

    /** The parts of a condition that have to hold all. */
    public static List<Expr> parts(Expr condition) {
        if (condition instanceof Truth.Logical logical && logical.conjunction()) {
            return logical.operands().stream()
                    .flatMap(part -> parts(part).stream())
                    .toList();
        }
        return List.of(condition);
    }

    /** Whether an expression is about the event alone. */
    public static boolean isAboutEvent(Expr part) {
        return refersOnlyTo(part, EVENT);
    }

    private static boolean refersOnlyTo(Expr expr, int input) {
        if (expr instanceof Expr.ColumnRef column) {
            return column.input() == input;
        }
        return expr.children().stream().allMatch(child -> refersOnlyTo(child, input));
    }
}
