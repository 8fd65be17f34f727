package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A value that {@link OnceTerm} has computed. It lies in fields of the object, which one thread uses at a time, so that methods with
 * parts of the term find it too.
 *
 * @param value holds it
 * @param nullness holds 1 when it is null, else 0
 */
public record KeptTerm(FieldRef value, FieldRef nullness, DataType type) implements Term {

    @Override
    public boolean nullable(BitSet known) {
        return true;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.push(nullness);
        code.visitor().visitJumpInsn(Opcodes.IFNE, onNull);
        code.push(value);
    }

    @Override
    public void print(StringBuilder out) {
        out.append("kept:").append(type).append(value).append(nullness);
    }
}
