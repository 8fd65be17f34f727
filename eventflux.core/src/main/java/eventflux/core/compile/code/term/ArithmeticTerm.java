package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.Division;
import eventflux.core.resolved.ArithmeticOperator;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Arithmetic. Whole numbers that leave their range throw.
 *
 * @param divides whether it may divide by zero, which gives null
 */
public record ArithmeticTerm(ArithmeticOperator operator, Term left, Term right, boolean divides) implements Term {

    @Override
    public DataType type() {
        return left.type();
    }

    @Override
    public List<Term> parts() {
        return List.of(left, right);
    }

    @Override
    public boolean nullable(BitSet known) {
        return divides || left.nullable(known) || right.nullable(known);
    }

    @Override
    public void strictColumns(BitSet columns) {
        left.strictColumns(columns);
        right.strictColumns(columns);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        if (divides) {
            emitDivision(code, onNull);
        } else {
            code.operands(parts(), onNull);
            operate(code);
        }
    }

    private void emitDivision(CodeWriter code, Label onNull) {
        JavaType stack = JavaType.of(type());
        int[] locals = code.operandLocals(parts(), onNull);
        code.load(stack, locals[1]);
        switch (type()) {
            case INT -> {} // compared with zero by the jump
            case LONG -> compareWithZero(code, Opcodes.LCMP);
            case FLOAT -> compareWithZero(code, Opcodes.FCMPL);
            default -> compareWithZero(code, Opcodes.DCMPL);
        }
        code.visitor().visitJumpInsn(Opcodes.IFEQ, onNull);
        code.load(stack, locals[0]);
        code.load(stack, locals[1]);
        operate(code);
    }

    private void compareWithZero(CodeWriter code, int instruction) {
        code.visitor().visitInsn(JavaType.of(type()).zero());
        code.visitor().visitInsn(instruction);
    }

    private void operate(CodeWriter code) {
        JavaType stack = JavaType.of(type());
        MethodVisitor visitor = code.visitor();
        switch (operator) {
            case ADD -> exactOr(code, "addExact", Opcodes.IADD);
            case SUBTRACT -> exactOr(code, "subtractExact", Opcodes.ISUB);
            case MULTIPLY -> exactOr(code, "multiplyExact", Opcodes.IMUL);
            case DIVIDE -> {
                if (type().isInteger()) {
                    code.callStatic(Division.class, "divide", binary(stack));
                } else {
                    visitor.visitInsn(stack.opcode(Opcodes.IDIV));
                }
            }
            case REMAINDER -> visitor.visitInsn(stack.opcode(Opcodes.IREM));
            default -> throw new IllegalStateException(toString());
        }
    }

    private void exactOr(CodeWriter code, String exact, int instruction) {
        JavaType stack = JavaType.of(type());
        if (type().isInteger()) {
            code.callStatic(Math.class, exact, binary(stack));
        } else {
            code.visitor().visitInsn(stack.opcode(instruction));
        }
    }

    private static String binary(JavaType stack) {
        return "(" + stack.descriptor() + stack.descriptor() + ")" + stack.descriptor();
    }

    @Override
    public void print(StringBuilder out) {
        out.append('(');
        left.print(out);
        out.append(' ').append(operator.symbol()).append(divides ? "? " : " ");
        right.print(out);
        out.append(')');
    }
}
