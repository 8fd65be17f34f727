package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;

/**
 * The opposite of a condition.
 *
 * @param nullIsTrue whether the opposite of null is true, instead of null
 */
public record NotTerm(Term operand, boolean nullIsTrue) implements Term {

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
        return !nullIsTrue && operand.nullable(known);
    }

    @Override
    public void strictColumns(BitSet columns) {
        if (!nullIsTrue) {
            operand.strictColumns(columns);
        }
    }

    @Override
    public void presentWhenTrue(BitSet columns) {
        if (operand instanceof IsNullTerm test) {
            test.operand().strictColumns(columns);
        } else {
            strictColumns(columns);
        }
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.materialize(this, onNull);
    }

    @Override
    public boolean isFlat() {
        return operand.isFlat();
    }

    @Override
    public void truth(CodeWriter code, boolean wanted) {
        operand.truth(code, nullIsTrue || !wanted);
        code.oppositeIf(nullIsTrue && wanted);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        operand.condition(code, to.opposite(nullIsTrue ? to.whenTrue() : to.whenNull()));
    }

    @Override
    public void print(StringBuilder out) {
        out.append(nullIsTrue ? "not!(" : "not(");
        operand.print(out);
        out.append(')');
    }
}
