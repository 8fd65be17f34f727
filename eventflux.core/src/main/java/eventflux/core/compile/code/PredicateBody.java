package eventflux.core.compile.code;

import eventflux.core.compile.code.term.Branches;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.RowPredicate;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Tests a condition; null is not true.
 *
 * @param condition BOOL
 */
record PredicateBody(Term condition) implements ClassBody {

    private static final String DESCRIPTOR = "(L" + CodeWriter.ROW + ";L" + CodeWriter.CONTEXT + ";)Z";

    @Override
    public Class<?> type() {
        return RowPredicate.class;
    }

    @Override
    public void write(ClassCode code) {
        BitSet columns = new BitSet();
        condition.columns(columns);
        CodeWriter test = code.begin("test", DESCRIPTOR, columns);
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

    @Override
    public void print(StringBuilder out) {
        condition.print(out);
    }
}
