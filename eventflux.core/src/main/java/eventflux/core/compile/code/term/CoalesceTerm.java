package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;

/** The first operand that is not null. */
public record CoalesceTerm(List<Term> operands, DataType type) implements Term {

    @Override
    public List<Term> parts() {
        return operands;
    }

    @Override
    public boolean nullable(BitSet known) {
        for (Term operand : operands) {
            if (!operand.nullable(known)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        Label end = new Label();
        int last = operands.size() - 1;
        for (int i = 0; i < last; i++) {
            Label next = new Label();
            operands.get(i).emit(code, next);
            code.jump(end);
            code.place(next);
        }
        operands.get(last).emit(code, onNull);
        code.place(end);
    }

    @Override
    public void print(StringBuilder out) {
        out.append("coalesce:").append(type);
        Printing.list(out, operands);
    }
}
