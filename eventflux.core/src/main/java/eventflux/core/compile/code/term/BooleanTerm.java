package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** A truth value that is known. */
public record BooleanTerm(boolean value) implements Term {

    @Override
    public DataType type() {
        return DataType.BOOL;
    }

    @Override
    public boolean nullable(BitSet known) {
        return false;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.visitor().visitInsn(value ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        code.jumpUnlessNext(value ? to.whenTrue() : to.whenFalse(), to.next());
    }

    @Override
    public void print(StringBuilder out) {
        out.append(value);
    }
}
