package eventflux.core.analyze.expression;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.function.UnaryOperator;

/** Lets what is compared with several others be computed once where that makes a difference: a call may be dear, or change its mind. */
final class Kept {

    private Kept() {}

    /**
     * An expression about an operand.
     *
     * @param body the expression, given what stands for the operand
     */
    static Expr once(Expr operand, UnaryOperator<Expr> body) {
        if (Unresolved.is(operand) || !calls(operand)) {
            return body.apply(operand);
        }
        Expr result = body.apply(new Expr.Again(operand.type()));
        return Unresolved.is(result) ? result : new Expr.Once(operand, result);
    }

    private static boolean calls(Expr expr) {
        return expr instanceof Expr.Call
                || expr instanceof Truth.InTable
                || expr.children().stream().anyMatch(Kept::calls);
    }
}
