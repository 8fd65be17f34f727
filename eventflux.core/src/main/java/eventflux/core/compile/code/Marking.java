package eventflux.core.compile.code;

import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.compile.code.term.Term;
import eventflux.core.row.RowLayout;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Marks the rows of a run for which a flat condition is true, without a jump that depends on a row: each row stores its place, and the next
 * one stores over it unless this one passes. Known as
 * branch-free selection: K. A. Ross, "Selection Conditions in Main Memory", ACM TODS 29 (2004).
 *
 * @param condition BOOL, over one row
 */
record Marking(Term condition) {

    /** Of more terms the first few often decide. */
    private static final int MOST_TERMS = 24;

    private static final int ROWS = 1;

    /** Whether it is better than testing row by row, where there are many rows. */
    boolean isBetter() {
        return condition.isFlat() && condition.weight() <= MOST_TERMS;
    }

    /** Writes the method of {@link eventflux.core.operator.MarkingPredicate}. */
    void write(ClassCode code) {
        BitSet columns = new BitSet();
        condition.columns(columns);
        CodeWriter one = code.begin("passes", "(J)I", columns);
        condition.truth(one, true);
        code.end(one, Opcodes.IRETURN);
        CodeWriter all = code.begin("mark", "(L" + CodeWriter.CURSOR + ";)Z", new BitSet());
        Label few = new Label();
        all.load(JavaType.OBJECT, ROWS);
        all.call(CodeWriter.CURSOR, "marks", "()[I");
        int places = all.store(JavaType.OBJECT);
        all.load(JavaType.OBJECT, places);
        all.visitor().visitJumpInsn(Opcodes.IFNULL, few);
        writeLoop(all, code.className(), places);
        all.push(1);
        all.visitor().visitInsn(Opcodes.IRETURN);
        all.place(few);
        all.push(0);
        code.end(all, Opcodes.IRETURN);
    }

    // What changes from row to row lies in local variables.
    private static void writeLoop(CodeWriter loop, String self, int places) {
        int base = ask(loop, "base", JavaType.LONG);
        int end = ask(loop, "end", JavaType.LONG);
        int pitch = ask(loop, "pitch", JavaType.INT);
        int row = ask(loop, "rest", JavaType.LONG);
        loop.push(0);
        int count = loop.store(JavaType.INT);
        Label next = new Label();
        Label done = new Label();
        loop.place(next);
        loop.load(JavaType.LONG, row);
        loop.load(JavaType.LONG, end);
        loop.visitor().visitInsn(Opcodes.LCMP);
        loop.visitor().visitJumpInsn(Opcodes.IFGE, done);
        loop.load(JavaType.OBJECT, places);
        loop.load(JavaType.INT, count);
        loop.load(JavaType.LONG, row);
        loop.load(JavaType.LONG, base);
        loop.visitor().visitInsn(Opcodes.LSUB);
        loop.visitor().visitInsn(Opcodes.L2I);
        loop.visitor().visitInsn(Opcodes.IASTORE);
        loop.load(JavaType.INT, count);
        loop.load(JavaType.OBJECT, 0);
        loop.load(JavaType.LONG, row);
        loop.call(self, "passes", "(J)I");
        loop.visitor().visitInsn(Opcodes.IADD);
        loop.visitor().visitVarInsn(Opcodes.ISTORE, count);
        loop.load(JavaType.LONG, row);
        loop.load(JavaType.LONG, row);
        loop.load(JavaType.INT, pitch);
        loop.callStatic(RowLayout.class, "length", "(JI)I");
        loop.visitor().visitInsn(Opcodes.I2L);
        loop.visitor().visitInsn(Opcodes.LADD);
        loop.visitor().visitVarInsn(Opcodes.LSTORE, row);
        loop.jump(next);
        loop.place(done);
        loop.load(JavaType.OBJECT, ROWS);
        loop.load(JavaType.INT, count);
        loop.call(CodeWriter.CURSOR, "marked", "(I)V");
    }

    private static int ask(CodeWriter loop, String question, JavaType answer) {
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CodeWriter.CURSOR, question, "()" + answer.descriptor());
        return loop.store(answer);
    }
}
