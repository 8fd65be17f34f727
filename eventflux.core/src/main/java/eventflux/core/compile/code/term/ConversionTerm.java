package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.Conversion;
import eventflux.core.compile.code.runtime.TextParsing;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** An explicit conversion to another type; null where the value cannot be converted. */
public record ConversionTerm(Term operand, DataType type) implements Term {

    @Override
    public List<Term> parts() {
        return List.of(operand);
    }

    @Override
    public boolean nullable(BitSet known) {
        return mayFail() || operand.nullable(known);
    }

    @Override
    public void strictColumns(BitSet columns) {
        operand.strictColumns(columns);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.operands(parts(), onNull);
        JavaType from = JavaType.of(operand.type());
        if (type == DataType.OBJECT) {
            BoxTerm.box(code, operand.type());
            return;
        }
        if (mayFail()) {
            int value = code.store(from);
            code.load(from, value);
            code.callStatic(rules(), "is" + suffix(type), "(" + from.descriptor() + ")Z");
            code.visitor().visitJumpInsn(Opcodes.IFEQ, onNull);
            code.load(from, value);
        }
        code.callStatic(
                rules(),
                "to" + suffix(type),
                "(" + from.descriptor() + ")" + JavaType.of(type).descriptor());
    }

    private Class<?> rules() {
        return operand.type() == DataType.STRING ? TextParsing.class : Conversion.class;
    }

    private boolean mayFail() {
        return switch (operand.type()) {
            case INT, BOOL -> false;
            case LONG -> type == DataType.INT;
            case FLOAT -> type.isInteger();
            case DOUBLE -> type.isInteger() || type == DataType.FLOAT;
            case STRING, OBJECT -> type != DataType.STRING && type != DataType.OBJECT;
        };
    }

    /** How the methods for a type end. */
    static String suffix(DataType type) {
        return switch (type) {
            case INT -> "Int";
            case LONG -> "Long";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case BOOL -> "Boolean";
            case STRING -> "Text";
            case OBJECT -> throw new IllegalStateException("boxed instead");
        };
    }

    @Override
    public void print(StringBuilder out) {
        out.append("convert:").append(type).append('(');
        operand.print(out);
        out.append(')');
    }
}
