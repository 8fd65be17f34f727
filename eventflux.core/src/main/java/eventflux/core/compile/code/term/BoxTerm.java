package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** A value as an object for a function that takes nulls: a Java null where it is null, so never null for the code around. */
public record BoxTerm(Term operand) implements Term {

    @Override
    public DataType type() {
        return DataType.OBJECT;
    }

    @Override
    public List<Term> parts() {
        return List.of(operand);
    }

    @Override
    public boolean nullable(BitSet known) {
        return false;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        Label isNull = new Label();
        Label end = new Label();
        if (!operand.isNull()) {
            operand.emit(code, isNull);
            box(code, operand.type());
            if (!operand.nullable(code.known())) {
                return;
            }
            code.jump(end);
        }
        code.place(isNull);
        code.visitor().visitInsn(Opcodes.ACONST_NULL);
        code.place(end);
    }

    /** Replaces a value on the stack by an object. */
    static void box(CodeWriter code, DataType type) {
        JavaType stack = JavaType.of(type);
        if (stack.isPrimitive()) {
            code.visitor().visitMethodInsn(Opcodes.INVOKESTATIC, stack.box(), "valueOf", stack.boxing(), false);
        }
    }

    @Override
    public void print(StringBuilder out) {
        out.append("box(");
        operand.print(out);
        out.append(')');
    }
}
