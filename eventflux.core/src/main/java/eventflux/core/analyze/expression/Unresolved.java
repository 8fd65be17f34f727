package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.core.resolved.Expr;
import java.util.Collection;

/**
 * Stands for an expression that could not be resolved, after its problem has been reported, so that what is built from it
 * causes no further problems. Never part of a result.
 */
public final class Unresolved {

    /** The only one; compared by identity. */
    public static final Expr EXPR = new Expr.Constant(DataType.OBJECT, "unresolved");

    private Unresolved() {}

    /** Whether an expression could not be resolved. */
    public static boolean is(Expr expression) {
        return expression == EXPR;
    }

    /** Whether one of them could not be resolved. */
    public static boolean isAny(Collection<Expr> expressions) {
        return expressions.stream().anyMatch(Unresolved::is);
    }
}
