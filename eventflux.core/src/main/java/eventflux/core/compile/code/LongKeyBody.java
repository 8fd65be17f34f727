package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.LongKey;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Answers a key that fits a long.
 *
 * @param key INT, LONG or BOOL
 */
record LongKeyBody(Term key) implements ClassBody {

    private static final String PARAMETERS = "(L" + CodeWriter.ROW + ";L" + CodeWriter.CONTEXT + ";)";

    @Override
    public Class<?> type() {
        return LongKey.class;
    }

    @Override
    public void write(ClassCode code) {
        BitSet columns = new BitSet();
        key.columns(columns);
        writeIsNull(code, code.begin("isNull", PARAMETERS + "Z", columns));
        writeKey(code, code.begin("key", PARAMETERS + "J", columns));
    }

    private void writeIsNull(ClassCode code, CodeWriter method) {
        Label isNull = new Label();
        key.emit(method, isNull);
        method.store(JavaType.of(key.type()));
        method.visitor().visitInsn(Opcodes.ICONST_0);
        method.visitor().visitInsn(Opcodes.IRETURN);
        method.place(isNull);
        method.visitor().visitInsn(Opcodes.ICONST_1);
        code.end(method, Opcodes.IRETURN);
    }

    private void writeKey(ClassCode code, CodeWriter method) {
        Label isNull = new Label();
        key.emit(method, isNull);
        if (key.type() != DataType.LONG) {
            method.visitor().visitInsn(Opcodes.I2L);
        }
        method.visitor().visitInsn(Opcodes.LRETURN);
        method.place(isNull);
        method.visitor().visitInsn(Opcodes.LCONST_0);
        code.end(method, Opcodes.LRETURN);
    }

    @Override
    public void print(StringBuilder out) {
        key.print(out);
    }
}
