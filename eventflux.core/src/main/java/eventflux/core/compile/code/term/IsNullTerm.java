package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Whether a value is null. */
public record IsNullTerm(Term operand) implements Term {

    @Override
    public DataType type() {
        return DataType.BOOL;
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
        code.materialize(this, onNull);
    }

    @Override
    public boolean isFlat() {
        return operand instanceof ColumnTerm;
    }

    @Override
    public void truth(CodeWriter code, boolean wanted) {
        code.truth(this, new BitSet(), wanted);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        if (operand instanceof ColumnTerm column) {
            column.nullCondition(code, to);
            return;
        }
        operand.emit(code, to.whenTrue());
        boolean isWide = JavaType.of(operand.type()).size() > 1;
        code.visitor().visitInsn(isWide ? Opcodes.POP2 : Opcodes.POP);
        code.jumpUnlessNext(to.whenFalse(), to.next());
    }

    @Override
    public void print(StringBuilder out) {
        out.append("isnull(");
        operand.print(out);
        out.append(')');
    }
}
