package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A term in a method of its own, because the method around would grow too long to be compiled. A null is told through a field
 * of the object, which one thread uses at a time.
 */
public final class OutlinedTerm implements Term {

    /** The field that says whether the method that returned last found null. */
    public static final String NULL_FIELD = "isNull";

    private final Term body;
    private final boolean nullable;
    private final BitSet strict = new BitSet();
    private final BitSet present = new BitSet();

    private OutlinedTerm(Term body) {
        this.body = body;
        this.nullable = body.nullable(new BitSet());
        body.strictColumns(strict);
        body.presentWhenTrue(present);
    }

    /** The term outlined; its properties are found once, because they are asked for at each level above. */
    public static Term of(Term body) {
        return new OutlinedTerm(body);
    }

    @Override
    public DataType type() {
        return body.type();
    }

    @Override
    public boolean nullable(BitSet known) {
        return nullable;
    }

    @Override
    public void strictColumns(BitSet columns) {
        columns.or(strict);
    }

    @Override
    public void presentWhenTrue(BitSet columns) {
        columns.or(present);
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
        if (nullable) {
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
