package eventflux.core.compile.code.term;

import eventflux.core.compile.code.runtime.TextBytes;
import eventflux.core.resolved.ComparisonOperator;
import org.objectweb.asm.Opcodes;

/**
 * A comparison of texts: two Java strings, or bytes where they lie.
 *
 * @param left a string, or bytes: in a row if either side is, else of a symbol if either side is
 * @param right a string if the left is one, the code of a symbol if the left is a symbol, else bytes
 * @param nullIsFalse whether a null operand makes it false, instead of null
 */
public record TextComparisonTerm(ComparisonOperator operator, Term left, Term right, boolean nullIsFalse)
        implements Comparison {

    @Override
    public void condition(CodeWriter code, Branches to) {
        code.operands(parts(), nullIsFalse ? to.whenFalse() : to.whenNull());
        String operands = "(" + left.descriptor() + right.descriptor() + ")";
        switch (operator) {
            case EQUAL -> {
                code.callStatic(TextBytes.class, "equal", operands + "Z");
                code.branch(Opcodes.IFNE, Opcodes.IFEQ, to);
            }
            case NOT_EQUAL -> {
                code.callStatic(TextBytes.class, "equal", operands + "Z");
                code.branch(Opcodes.IFEQ, Opcodes.IFNE, to);
            }
            default -> {
                code.callStatic(TextBytes.class, "compare", operands + "I");
                ComparisonTerm.withZero(code, operator, to);
            }
        }
    }

    @Override
    public void print(StringBuilder out) {
        Printing.binary(out, left, operator.symbol() + (nullIsFalse ? "!" : ""), right);
    }
}
