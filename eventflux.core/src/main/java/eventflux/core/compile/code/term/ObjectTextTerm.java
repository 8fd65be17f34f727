package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.ObjectTexts;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;

/** The text of an object, as a row keeps it. */
public record ObjectTextTerm(Term operand) implements Term {

    @Override
    public DataType type() {
        return DataType.STRING;
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
        code.callStatic(ObjectTexts.class, "encode", "(Ljava/lang/Object;)Ljava/lang/String;");
    }

    @Override
    public void print(StringBuilder out) {
        out.append("objecttext(");
        operand.print(out);
        out.append(')');
    }
}
