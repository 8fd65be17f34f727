package eventflux.core.compile.store;

import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreExpression;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condition, shared out between a store and the engine.
 *
 * @param pushed what the store tests
 * @param parameters what the pushed part refers to
 * @param rest what is left to the engine
 */
record StoreCondition(StoreExpression pushed, ParameterList parameters, Optional<Expr> rest) {

    /** Gives the store what it can do of a condition. */
    static StoreCondition of(Expr condition, Store store) {
        ParameterList parameters = new ParameterList();
        List<StoreExpression> pushed = new ArrayList<>();
        List<Expr> rest = new ArrayList<>();
        for (Expr part : Truth.Logical.parts(condition)) {
            if (isTrue(part)) {
                continue;
            }
            // A part that is refused must leave no parameters behind.
            boolean isAccepted = new StoreExpressions(new ParameterList())
                    .condition(part)
                    .filter(store::accepts)
                    .isPresent();
            if (isAccepted) {
                pushed.add(new StoreExpressions(parameters).condition(part).orElseThrow());
            } else {
                rest.add(part);
            }
        }
        return new StoreCondition(all(pushed), parameters, Truth.Logical.all(rest));
    }

    /**
     * Asks the store for the row of one primary key, and leaves all else to the engine; empty for a condition that does
     * not say all of a key.
     */
    static Optional<StoreCondition> ofKey(Expr condition, Store store, List<Integer> primaryKey) {
        Map<Integer, Expr> key = new LinkedHashMap<>();
        List<Expr> rest = new ArrayList<>();
        for (Expr part : Truth.Logical.parts(condition)) {
            Optional<Integer> column = column(part).filter(primaryKey::contains);
            if (column.isEmpty() || key.putIfAbsent(column.get(), part) != null) {
                rest.add(part);
            }
        }
        if (key.size() < primaryKey.size()) {
            return Optional.empty();
        }
        StoreCondition shared = of(Truth.Logical.all(List.copyOf(key.values())).orElseThrow(), store);
        return shared.isWhole()
                ? Optional.of(new StoreCondition(shared.pushed, shared.parameters, Truth.Logical.all(rest)))
                : Optional.empty();
    }

    /** The column of the table that must equal something else. */
    private static Optional<Integer> column(Expr part) {
        if (!(part instanceof Truth.Comparison comparison) || comparison.operator() != ComparisonOperator.EQUAL) {
            return Optional.empty();
        }
        return column(comparison.left(), comparison.right()).or(() -> column(comparison.right(), comparison.left()));
    }

    private static Optional<Integer> column(Expr side, Expr other) {
        Expr compared = side instanceof Expr.Widen widened ? widened.operand() : side;
        return compared instanceof Expr.ColumnRef column
                        && column.input() == Truth.InTable.TABLE_ROW
                        && !StoreExpressions.readsTable(other)
                ? Optional.of(column.column())
                : Optional.empty();
    }

    /** Everything is done by the store. */
    boolean isWhole() {
        return rest.isEmpty();
    }

    static StoreExpression all(List<StoreExpression> parts) {
        return parts.size() == 1 ? parts.get(0) : new StoreExpression.Logical(true, parts);
    }

    private static boolean isTrue(Expr part) {
        return part instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value());
    }
}
