package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.api.text.TextPieces;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The result of an aggregator that tells its text in pieces: the aggregator itself, for who stores the text.
 *
 * @param field the aggregator
 */
public record PiecesTerm(FieldRef field) implements Term {

    @Override
    public DataType type() {
        return DataType.STRING;
    }

    @Override
    public String descriptor() {
        return Type.getDescriptor(TextPieces.class);
    }

    @Override
    public boolean nullable(BitSet known) {
        return true;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.push(field);
        code.callInterface(field.kind().className(), "isNull", "()Z");
        code.visitor().visitJumpInsn(Opcodes.IFNE, onNull);
        code.push(field);
        code.visitor().visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(TextPieces.class));
    }

    @Override
    public void print(StringBuilder out) {
        out.append("pieces of ").append(field);
    }
}
