package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A term in a method of its own, because the method around would grow too long to be compiled. A null is told through a field
 * of the object, which one thread uses at a time.
 */
public record OutlinedTerm(Term body) implements Term {

    /** The field that says whether the method that returned last found null. */
    public static final String NULL_FIELD = "isNull";

    @Override
    public DataType type() {
        return body.type();
    }

    @Override
    public boolean nullable(BitSet known) {
        return body.nullable(new BitSet());
    }

    @Override
    public void strictColumns(BitSet columns) {
        body.strictColumns(columns);
    }

    @Override
    public void presentWhenTrue(BitSet columns) {
        body.presentWhenTrue(columns);
    }

    @Override
    public void columns(BitSet columns) {
        strictColumns(columns);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        JavaType stack = JavaType.of(type());
        String className = code.methods().className();
        code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
        for (int input = 0; input < code.inputs(); input++) {
            code.pushRow(input);
        }
        code.pushContext();
        code.call(className, code.methods().outline(body), descriptor(code.inputs(), type()));
        if (nullable(new BitSet())) {
            int value = code.store(stack);
            code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
            code.visitor().visitFieldInsn(Opcodes.GETFIELD, className, NULL_FIELD, "Z");
            code.visitor().visitJumpInsn(Opcodes.IFNE, onNull);
            code.load(stack, value);
        }
    }

    /** Descriptor of the method for a term of a type. */
    public static String descriptor(int inputs, DataType type) {
        String rows = ("L" + CodeWriter.ROW + ";").repeat(inputs);
        return "(" + rows + "L" + CodeWriter.CONTEXT + ";)" + JavaType.of(type).descriptor();
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public void print(StringBuilder out) {
        out.append("outlined(");
        body.print(out);
        out.append(')');
    }
}
