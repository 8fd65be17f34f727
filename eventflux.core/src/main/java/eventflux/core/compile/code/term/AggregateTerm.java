package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * The result of an aggregator.
 *
 * @param field the aggregator
 * @param type of the result
 */
public record AggregateTerm(FieldRef field, DataType type) implements Term {

    @Override
    public boolean nullable(BitSet known) {
        return true;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        call(code, "isNull", "()Z");
        code.visitor().visitJumpInsn(Opcodes.IFNE, onNull);
        switch (type) {
            case FLOAT -> {
                call(code, "getDouble", "()D");
                code.visitor().visitInsn(Opcodes.D2F);
            }
            case DOUBLE -> call(code, "getDouble", "()D");
            case LONG -> call(code, "getLong", "()J");
            case STRING -> call(code, "getText", "()Ljava/lang/String;");
            case OBJECT -> call(code, "getObject", "()Ljava/lang/Object;");
            default -> {
                call(code, "getLong", "()J");
                code.visitor().visitInsn(Opcodes.L2I);
            }
        }
    }

    private void call(CodeWriter code, String method, String descriptor) {
        code.push(field);
        code.callInterface(field.kind().className(), method, descriptor);
    }

    @Override
    public void print(StringBuilder out) {
        out.append(field).append(':').append(type);
    }
}
