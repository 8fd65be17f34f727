package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** A value in a wider type. */
public record WidenTerm(Term operand, DataType type) implements Term {

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
        if (operand.type() == type) {
            return;
        }
        switch (type) {
            case LONG -> code.visitor().visitInsn(Opcodes.I2L);
            case FLOAT -> code.visitor().visitInsn(operand.type() == DataType.INT ? Opcodes.I2F : Opcodes.L2F);
            case DOUBLE -> code.visitor().visitInsn(toDouble());
            case OBJECT -> BoxTerm.box(code, operand.type());
            default -> throw new IllegalStateException(operand.type() + " does not widen to " + type);
        }
    }

    private int toDouble() {
        return switch (operand.type()) {
            case INT -> Opcodes.I2D;
            case LONG -> Opcodes.L2D;
            case FLOAT -> Opcodes.F2D;
            default -> throw new IllegalStateException(operand.type() + " does not widen to " + type);
        };
    }

    @Override
    public void print(StringBuilder out) {
        out.append("widen:").append(type).append('(');
        operand.print(out);
        out.append(')');
    }
}
