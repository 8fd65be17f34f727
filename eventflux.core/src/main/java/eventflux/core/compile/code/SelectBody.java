package eventflux.core.compile.code;

import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.operator.RowSelect;
import eventflux.core.row.RowLayout;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Tests rows and stores those that pass, one by one and in a loop. The loop calls the two others as methods of its own class,
 * so that HotSpot makes one piece of code of them however many queries there are.
 *
 * @param condition over one row
 * @param projection of the same row
 */
record SelectBody(PredicateBody condition, ProjectionBody projection) implements ClassBody {

    private static final String DESCRIPTOR =
            "(L" + CodeWriter.CURSOR + ";L" + CodeWriter.CONTEXT + ";L" + OutputRow.BUILDER + ";)V";
    private static final int ROWS = 1;
    private static final int CONTEXT = 2;
    private static final int OUT = 3;

    @Override
    public Class<?> type() {
        return RowSelect.class;
    }

    @Override
    public void write(ClassCode code) {
        condition.write(code);
        projection.write(code);
        String passes = condition.writeAtCursor(code, "passes");
        String append = projection.isDirect() ? projection.writeAtCursor(code, "append") : writeAppend(code);
        CodeWriter loop = code.begin("select", DESCRIPTOR, new BitSet());
        if (condition.isFlat()) {
            writeMarking(loop, code.className(), condition.writeAtAddress(code, "mark"), append);
        }
        Label next = new Label();
        Label end = new Label();
        loop.place(next);
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CodeWriter.CURSOR, "next", "()Z");
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, end);
        pushCall(loop);
        loop.call(code.className(), "passes", passes);
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, next);
        pushCall(loop);
        loop.load(JavaType.OBJECT, OUT);
        loop.call(code.className(), "append", append);
        loop.jump(next);
        loop.place(end);
        code.end(loop, Opcodes.RETURN);
    }

    // Many rows are first looked at one and all, and then those that pass are stored.
    private static void writeMarking(CodeWriter loop, String self, String mark, String append) {
        Label few = new Label();
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CodeWriter.CURSOR, "marks", "()[I");
        int places = loop.store(JavaType.OBJECT);
        loop.load(JavaType.OBJECT, places);
        loop.visitor().visitJumpInsn(Opcodes.IFNULL, few);
        writeMarks(loop, self, mark, places);
        Label next = new Label();
        Label end = new Label();
        loop.place(next);
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CodeWriter.CURSOR, "nextMarked", "()Z");
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, end);
        pushCall(loop);
        loop.load(JavaType.OBJECT, OUT);
        loop.call(self, "append", append);
        loop.jump(next);
        loop.place(end);
        loop.visitor().visitInsn(Opcodes.RETURN);
        loop.place(few);
    }

    // What goes round lies in local variables: each row stores a place, and the next one stores over it unless this one
    // has passed.
    private static void writeMarks(CodeWriter loop, String self, String mark, int places) {
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
        loop.call(self, "mark", mark);
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

    // A row whose length is not known before it has been written.
    private String writeAppend(ClassCode code) {
        CodeWriter method = code.begin("append", DESCRIPTOR, new BitSet());
        method.load(JavaType.OBJECT, OUT);
        method.pushTimestamp(0);
        method.push(0);
        method.call(OutputRow.BUILDER, "begin", "(JI)V");
        method.load(JavaType.OBJECT, 0);
        method.load(JavaType.OBJECT, ROWS);
        method.call(CodeWriter.CURSOR, "row", "()L" + CodeWriter.ROW + ";");
        method.load(JavaType.OBJECT, CONTEXT);
        method.load(JavaType.OBJECT, OUT);
        method.call(code.className(), "project", projection.descriptor());
        method.load(JavaType.OBJECT, OUT);
        method.call(OutputRow.BUILDER, "commit", "()V");
        code.end(method, Opcodes.RETURN);
        return DESCRIPTOR;
    }

    private static void pushCall(CodeWriter loop) {
        loop.load(JavaType.OBJECT, 0);
        loop.load(JavaType.OBJECT, ROWS);
        loop.load(JavaType.OBJECT, CONTEXT);
    }

    @Override
    public void print(StringBuilder out) {
        out.append("when ");
        condition.print(out);
        out.append(": ");
        projection.print(out);
    }
}
