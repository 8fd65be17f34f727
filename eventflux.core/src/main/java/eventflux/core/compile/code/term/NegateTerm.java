package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** The negative of a number; throws for a whole number that has none. */
public record NegateTerm(Term operand) implements Term {

    @Override
    public DataType type() {
        return operand.type();
    }

    @Override
    public List<Term> parts() {
        return List.of(operand);
    }

    @Override
    public boolean nullable(BitSet known) {
        return operand.nullable(known);
    }

    @Override
    public void strictColumns(BitSet columns) {
        operand.strictColumns(columns);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.operands(parts(), onNull);
        JavaType stack = JavaType.of(type());
        if (type().isInteger()) {
            code.callStatic(Math.class, "negateExact", "(" + stack.descriptor() + ")" + stack.descriptor());
        } else {
            code.visitor().visitInsn(stack.opcode(Opcodes.INEG));
        }
    }

    @Override
    public void print(StringBuilder out) {
        out.append("-(");
        operand.print(out);
        out.append(')');
    }
}
