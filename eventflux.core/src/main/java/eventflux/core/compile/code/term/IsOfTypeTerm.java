package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.Conversion;
import eventflux.core.compile.code.runtime.ObjectTexts;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Whether an object is a value of a type; not of null. */
public record IsOfTypeTerm(Term operand, DataType tested) implements Term {

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
    public void condition(CodeWriter code, Branches to) {
        operand.emit(code, to.whenFalse());
        boolean isText = tested == DataType.STRING;
        code.callStatic(
                isText ? ObjectTexts.class : Conversion.class,
                "is" + ConversionTerm.suffix(tested),
                "(Ljava/lang/Object;)Z");
        code.branch(Opcodes.IFNE, Opcodes.IFEQ, to);
    }

    @Override
    public void print(StringBuilder out) {
        out.append("is:").append(tested).append('(');
        operand.print(out);
        out.append(')');
    }
}
