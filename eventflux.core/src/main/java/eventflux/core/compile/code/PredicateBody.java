package eventflux.core.compile.code;

import eventflux.core.compile.code.term.Branches;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.MarkingPredicate;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.RowTriplePredicate;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Tests a condition over one row, two or three; null is not true.
 *
 * @param condition BOOL
 * @param inputs how many rows it is about
 */
record PredicateBody(Term condition, int inputs) implements ClassBody {

    @Override
    public Class<?> type() {
        return switch (inputs) {
            case 1 -> marking().isBetter() ? MarkingPredicate.class : RowPredicate.class;
            case 2 -> RowPairPredicate.class;
            default -> RowTriplePredicate.class;
        };
    }

    @Override
    public void write(ClassCode code) {
        write(code, "test", descriptor());
        if (inputs == 1 && marking().isBetter()) {
            marking().write(code);
        }
    }

    /** How many rows are looked at. */
    Marking marking() {
        return new Marking(condition);
    }

    /** Writes a method that tests the row that a cursor stands on; answers its descriptor. */
    String writeAtCursor(ClassCode code, String name) {
        String descriptor = "(L" + CodeWriter.CURSOR + ";L" + CodeWriter.CONTEXT + ";)Z";
        write(code, name, descriptor);
        return descriptor;
    }

    private void write(ClassCode code, String name, String descriptor) {
        BitSet columns = new BitSet();
        condition.columns(columns);
        CodeWriter test = code.begin(name, descriptor, columns);
        Label isTrue = new Label();
        Label isFalse = new Label();
        condition.condition(test, new Branches(isTrue, isFalse, isFalse, isTrue));
        test.place(isTrue);
        test.visitor().visitInsn(Opcodes.ICONST_1);
        test.visitor().visitInsn(Opcodes.IRETURN);
        test.place(isFalse);
        test.visitor().visitInsn(Opcodes.ICONST_0);
        code.end(test, Opcodes.IRETURN);
    }

    /** The descriptor of its method. */
    String descriptor() {
        return "(" + ("L" + CodeWriter.ROW + ";").repeat(inputs) + "L" + CodeWriter.CONTEXT + ";)Z";
    }

    @Override
    public void print(StringBuilder out) {
        condition.print(out);
    }
}
