package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;

/**
 * The value of the first condition that is true, else the last value.
 *
 * @param values one more than conditions
 */
public record ChoiceTerm(List<Term> conditions, List<Term> values, DataType type) implements Term {

    @Override
    public List<Term> parts() {
        List<Term> parts = new ArrayList<>(conditions);
        parts.addAll(values);
        return parts;
    }

    @Override
    public boolean nullable(BitSet known) {
        return Term.anyNullable(values, known);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        Label end = new Label();
        for (int i = 0; i < conditions.size(); i++) {
            Label then = new Label();
            Label otherwise = new Label();
            conditions.get(i).condition(code, new Branches(then, otherwise, otherwise, then));
            code.place(then);
            emitValue(code, i, onNull);
            code.jump(end);
            code.place(otherwise);
        }
        values.get(conditions.size()).emit(code, onNull);
        code.place(end);
    }

    private void emitValue(CodeWriter code, int branch, Label onNull) {
        BitSet before = code.known();
        BitSet present = new BitSet();
        conditions.get(branch).presentWhenTrue(present);
        code.learn(present);
        values.get(branch).emit(code, onNull);
        code.known(before);
    }

    @Override
    public void print(StringBuilder out) {
        out.append("choice:").append(type).append('(');
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).print(out);
            out.append(" -> ");
            values.get(i).print(out);
            out.append(", ");
        }
        values.get(conditions.size()).print(out);
        out.append(')');
    }
}
