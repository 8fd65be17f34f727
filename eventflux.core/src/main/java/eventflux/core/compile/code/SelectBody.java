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

    private static final String CURSOR = "eventflux/core/row/RunCursor";
    private static final String DESCRIPTOR =
            "(L" + CURSOR + ";L" + CodeWriter.CONTEXT + ";L" + OutputRow.BUILDER + ";)V";
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
        if (projection.isDirect()) {
            projection.writeAppend(code);
        }
        CodeWriter loop = code.begin("select", DESCRIPTOR, new BitSet());
        Label next = new Label();
        Label end = new Label();
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CURSOR, "row", "()L" + CodeWriter.ROW + ";");
        int row = loop.store(JavaType.OBJECT);
        loop.place(next);
        loop.load(JavaType.OBJECT, ROWS);
        loop.call(CURSOR, "next", "()Z");
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, end);
        pushCall(loop, row);
        loop.call(code.className(), "test", condition.descriptor());
        loop.visitor().visitJumpInsn(Opcodes.IFEQ, next);
        store(code, loop, row);
        loop.jump(next);
        loop.place(end);
        code.end(loop, Opcodes.RETURN);
    }

    private void store(ClassCode code, CodeWriter loop, int row) {
        if (projection.isDirect()) {
            pushCall(loop, row);
            loop.load(JavaType.OBJECT, OUT);
            loop.call(code.className(), "append", projection.descriptor());
            return;
        }
        loop.load(JavaType.OBJECT, OUT);
        loop.load(JavaType.OBJECT, row);
        loop.call(CodeWriter.ROW, "timestamp", "()J");
        loop.push(0);
        loop.call(OutputRow.BUILDER, "begin", "(JI)V");
        pushCall(loop, row);
        loop.load(JavaType.OBJECT, OUT);
        loop.call(code.className(), "project", projection.descriptor());
        loop.load(JavaType.OBJECT, OUT);
        loop.call(OutputRow.BUILDER, "commit", "()V");
    }

    private static void pushCall(CodeWriter loop, int row) {
        loop.load(JavaType.OBJECT, 0);
        loop.load(JavaType.OBJECT, row);
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
