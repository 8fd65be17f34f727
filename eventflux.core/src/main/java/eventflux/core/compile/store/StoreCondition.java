package eventflux.core.compile.store;

import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreExpression;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
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
