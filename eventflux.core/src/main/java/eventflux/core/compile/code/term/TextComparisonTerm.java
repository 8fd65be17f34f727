package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.TextBytes;
import eventflux.core.resolved.ComparisonOperator;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A comparison of texts: two Java strings, or bytes where they lie.
 *
 * @param left a string, or bytes in a row if either side is
 * @param right a string if the left is one, else bytes
 * @param nullIsFalse whether a null operand makes it false, instead of null
 */
public record TextComparisonTerm(ComparisonOperator operator, Term left, Term right, boolean nullIsFalse)
        implements Term {

    @Override
    public DataType type() {
        return DataType.BOOL;
    }

    @Override
    public List<Term> parts() {
        return List.of(left, right);
    }

    @Override
    public boolean nullable(BitSet known) {
        return !nullIsFalse && (left.nullable(known) || right.nullable(known));
    }

    @Override
    public void strictColumns(BitSet columns) {
        if (!nullIsFalse) {
            presentWhenTrue(columns);
        }
    }

    @Override
    public void presentWhenTrue(BitSet columns) {
        left.strictColumns(columns);
        right.strictColumns(columns);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.materialize(this, onNull);
    }

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
