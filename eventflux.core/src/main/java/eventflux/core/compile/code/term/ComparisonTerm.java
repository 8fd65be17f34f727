package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.resolved.ComparisonOperator;
import java.util.BitSet;
import org.objectweb.asm.Opcodes;

/**
 * A comparison of numbers, truth values or codes. Floating-point numbers compare as IEEE 754 says: not-a-number differs from
 * everything, itself included, and is in no order; zero equals minus zero.
 *
 * @param nullIsFalse whether a null operand makes it false, instead of null
 */
public record ComparisonTerm(ComparisonOperator operator, Term left, Term right, boolean nullIsFalse)
        implements Comparison {

    @Override
    public boolean isFlat() {
        return isPlain(left) && isPlain(right);
    }

    private static boolean isPlain(Term value) {
        if (value instanceof WidenTerm widened) {
            return widened.type() != DataType.OBJECT && isPlain(widened.operand());
        }
        return value instanceof FieldTerm || value instanceof ColumnTerm column && column.isSlot();
    }

    @Override
    public void truth(CodeWriter code, boolean wanted) {
        BitSet strict = new BitSet();
        presentWhenTrue(strict);
        code.truth(this, strict, wanted || nullIsFalse);
        code.oppositeIf(nullIsFalse && !wanted);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        code.operands(parts(), nullIsFalse ? to.whenFalse() : to.whenNull());
        switch (left.type()) {
            case INT, BOOL -> code.branch(ofInts(jump(operator)), ofInts(opposite(jump(operator))), to);
            case LONG -> branch(code, Opcodes.LCMP, to);
            case FLOAT -> branch(code, isBelow() ? Opcodes.FCMPG : Opcodes.FCMPL, to);
            case DOUBLE -> branch(code, isBelow() ? Opcodes.DCMPG : Opcodes.DCMPL, to);
            default -> throw new IllegalStateException("compared as numbers: " + left.type());
        }
    }

    // Not-a-number must make the comparison false: it is taken for greater here, for less otherwise.
    private boolean isBelow() {
        return operator == ComparisonOperator.LESS || operator == ComparisonOperator.LESS_OR_EQUAL;
    }

    private void branch(CodeWriter code, int compare, Branches to) {
        code.visitor().visitInsn(compare);
        withZero(code, operator, to);
    }

    /** Branches as an int on the stack compares with zero. */
    static void withZero(CodeWriter code, ComparisonOperator operator, Branches to) {
        code.branch(jump(operator), opposite(jump(operator)), to);
    }

    private static int jump(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> Opcodes.IFEQ;
            case NOT_EQUAL -> Opcodes.IFNE;
            case LESS -> Opcodes.IFLT;
            case LESS_OR_EQUAL -> Opcodes.IFLE;
            case GREATER -> Opcodes.IFGT;
            case GREATER_OR_EQUAL -> Opcodes.IFGE;
        };
    }

    // The instructions come in pairs of a condition, with an odd number, and its opposite behind it.
    private static int opposite(int jump) {
        return (jump + 1 ^ 1) - 1;
    }

    private static int ofInts(int jump) {
        return jump + Opcodes.IF_ICMPEQ - Opcodes.IFEQ;
    }

    @Override
    public void print(StringBuilder out) {
        Printing.binary(out, left, operator.symbol() + (nullIsFalse ? "!" : ""), right);
    }
}
