package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.KeyBytes;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.GroupKey;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes a key as bytes.
 *
 * @param keys in order; a text in the form in which it is written
 */
record GroupKeyBody(List<Term> keys) implements ClassBody {

    private static final String DESCRIPTOR =
            "(L" + CodeWriter.ROW + ";L" + CodeWriter.CONTEXT + ";L" + CodeWriter.BUFFER + ";)I";
    private static final String DESTINATION = "L" + CodeWriter.BUFFER + ";I)I";

    @Override
    public Class<?> type() {
        return GroupKey.class;
    }

    @Override
    public void write(ClassCode code) {
        BitSet columns = new BitSet();
        keys.forEach(key -> key.columns(columns));
        CodeWriter method = code.begin("write", DESCRIPTOR, columns);
        method.visitor().visitInsn(Opcodes.ICONST_0);
        int end = method.store(JavaType.INT);
        for (Term key : keys) {
            append(method, key, code.inputs() + 2, end);
        }
        method.load(JavaType.INT, end);
        code.end(method, Opcodes.IRETURN);
    }

    private void append(CodeWriter method, Term key, int out, int end) {
        Label isNull = new Label();
        Label done = new Label();
        if (!key.isNull()) {
            key.emit(method, isNull);
            put(method, "put", "(" + widened(method, key), out, end);
            method.jump(done);
        }
        if (key.nullable(new BitSet())) {
            method.place(isNull);
            put(method, "putNull", "(", out, end);
        }
        method.place(done);
    }

    private static String widened(CodeWriter method, Term key) {
        if (key.type() != DataType.INT && key.type() != DataType.BOOL) {
            return key.descriptor();
        }
        method.visitor().visitInsn(Opcodes.I2L);
        return JavaType.LONG.descriptor();
    }

    private static void put(CodeWriter method, String name, String value, int out, int end) {
        method.load(JavaType.OBJECT, out);
        method.load(JavaType.INT, end);
        method.callStatic(KeyBytes.class, name, value + DESTINATION);
        method.visitor().visitVarInsn(Opcodes.ISTORE, end);
    }

    @Override
    public void print(StringBuilder out) {
        for (Term key : keys) {
            key.print(out);
            out.append("; ");
        }
    }
}
