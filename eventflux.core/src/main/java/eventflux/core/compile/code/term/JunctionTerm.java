package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Conjunction or disjunction, left to right, stopping when decided.
 *
 * @param conjunction whether all must hold, or one
 * @param nullIsFalse whether null counts as false, instead of leaving it open
 */
public record JunctionTerm(boolean conjunction, List<Term> operands, boolean nullIsFalse) implements Term {

    @Override
    public DataType type() {
        return DataType.BOOL;
    }

    @Override
    public List<Term> parts() {
        return operands;
    }

    @Override
    public boolean nullable(BitSet known) {
        return !nullIsFalse && Term.anyNullable(operands, known);
    }

    @Override
    public void presentWhenTrue(BitSet columns) {
        if (conjunction) {
            for (Term operand : operands) {
                operand.presentWhenTrue(columns);
            }
        }
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.materialize(this, onNull);
    }

    @Override
    public boolean isFlat() {
        return operands.stream().allMatch(Term::isFlat);
    }

    @Override
    public void truth(CodeWriter code, boolean wanted) {
        boolean asked = wanted || nullIsFalse;
        for (int i = 0; i < operands.size(); i++) {
            operands.get(i).truth(code, asked);
            if (i > 0) {
                code.visitor().visitInsn(conjunction == asked ? Opcodes.IAND : Opcodes.IOR);
            }
        }
        code.oppositeIf(asked != wanted);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        BitSet before = code.known();
        Label whenNull = nullIsFalse ? to.whenFalse() : to.whenNull();
        Label decided = conjunction ? to.whenFalse() : to.whenTrue();
        Label undecided = conjunction ? to.whenTrue() : to.whenFalse();
        if (whenNull == decided || whenNull == undecided || !nullable(code.known())) {
            emitDirect(code, new Route(decided, undecided, whenNull), to.next());
        } else {
            emitRemembering(code, new Route(decided, undecided, whenNull), to.next());
        }
        code.known(before);
    }

    /** Where to go when an operand decides, when none has, and when that is open. */
    private record Route(Label decided, Label undecided, Label open) {}

    // Null is one of the two outcomes: a null operand either decides at once or is passed over.
    private void emitDirect(CodeWriter code, Route route, Label next) {
        int last = operands.size() - 1;
        for (int i = 0; i <= last; i++) {
            Label following = i == last ? route.undecided() : new Label();
            boolean nullDecides = route.open() == route.decided();
            Label onNull = nullDecides ? route.decided() : following;
            emitOperand(code, i, branches(route.decided(), following, onNull, i == last ? next : following));
            if (i < last) {
                code.place(following);
                if (conjunction && nullDecides) {
                    learn(code, i);
                }
            }
        }
    }

    // Null is an outcome of its own: a null operand is remembered, because a later one may still decide.
    private void emitRemembering(CodeWriter code, Route route, Label next) {
        code.visitor().visitInsn(Opcodes.ICONST_0);
        int wasNull = code.store(JavaType.BOOL);
        for (int i = 0; i < operands.size(); i++) {
            Label following = new Label();
            Label isNull = new Label();
            boolean nullable = operands.get(i).nullable(code.known());
            emitOperand(code, i, branches(route.decided(), following, isNull, nullable ? isNull : following));
            if (nullable) {
                code.place(isNull);
                code.visitor().visitInsn(Opcodes.ICONST_1);
                code.visitor().visitVarInsn(Opcodes.ISTORE, wasNull);
            }
            code.place(following);
            if (conjunction && !nullable) {
                learn(code, i);
            }
        }
        code.load(JavaType.BOOL, wasNull);
        code.visitor().visitJumpInsn(Opcodes.IFNE, route.open());
        code.jumpUnlessNext(route.undecided(), next);
    }

    private Branches branches(Label decided, Label undecided, Label onNull, Label next) {
        return conjunction
                ? new Branches(undecided, decided, onNull, next)
                : new Branches(decided, undecided, onNull, next);
    }

    private void emitOperand(CodeWriter code, int index, Branches to) {
        operands.get(index).condition(code, to);
    }

    private void learn(CodeWriter code, int index) {
        BitSet present = new BitSet();
        operands.get(index).presentWhenTrue(present);
        code.learn(present);
    }

    @Override
    public void print(StringBuilder out) {
        out.append(conjunction ? "and" : "or").append(nullIsFalse ? "!" : "");
        Printing.list(out, operands);
    }
}
