package eventflux.core.compile.code;

import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.operator.RowSelect;
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
        String passes = condition.writeAtCursor(code, "passesAt");
        String append = projection.isDirect() ? projection.writeAtCursor(code, "append") : writeAppend(code);
        CodeWriter loop = code.begin("select", DESCRIPTOR, new BitSet());
        if (condition.marking().isBetter()) {
            writeMarked(loop, code.className(), append);
        }
        Label next = new Label();
        Label end = new Label();
        loop.place(next);
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CodeWriter.CURSOR, "next", "()Z");
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, end);
        pushCall(loop);
        loop.call(code.className(), "passesAt", passes);
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, next);
        pushCall(loop);
        loop.load(JavaType.OBJECT, OUT);
        loop.call(code.className(), "append", append);
        loop.jump(next);
        loop.place(end);
        code.end(loop, Opcodes.RETURN);
    }

    // Rows that were looked at before, of which those are stored that are marked.
    private static void writeMarked(CodeWriter loop, String self, String append) {
        Label few = new Label();
        loop.load(JavaType.OBJECT, 0);
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(self, "mark", "(L" + CodeWriter.CURSOR + ";)Z");
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, few);
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
