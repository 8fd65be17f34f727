package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A term that asks for a value more than once. The value is computed first, whatever the body asks for; a null of it does not make the
 * whole null by itself.
 *
 * @param kept where the value is kept
 * @param operand the value
 * @param body asks for it
 */
public record OnceTerm(KeptTerm kept, Term operand, Term body) implements Term {

    @Override
    public DataType type() {
        return body.type();
    }

    @Override
    public List<Term> parts() {
        return List.of(operand, body);
    }

    @Override
    public boolean nullable(BitSet known) {
        return body.nullable(known);
    }

    @Override
    public void presentWhenTrue(BitSet columns) {
        body.presentWhenTrue(columns);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        keep(code);
        body.emit(code, onNull);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        keep(code);
        body.condition(code, to);
    }

    private void keep(CodeWriter code) {
        Label isNull = new Label();
        Label end = new Label();
        BitSet before = code.known();
        operand.emit(code, isNull);
        code.known(before);
        JavaType stack = JavaType.of(operand.type());
        int local = code.store(stack);
        code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
        code.load(stack, local);
        put(code, kept.value());
        tellNull(code, Opcodes.ICONST_0);
        code.jump(end);
        code.place(isNull);
        tellNull(code, Opcodes.ICONST_1);
        code.place(end);
    }

    private void tellNull(CodeWriter code, int constant) {
        code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
        code.visitor().visitInsn(constant);
        put(code, kept.nullness());
    }

    private static void put(CodeWriter code, FieldRef field) {
        String className = code.methods().className();
        code.visitor()
                .visitFieldInsn(
                        Opcodes.PUTFIELD, className, field.name(), field.kind().descriptor());
    }

    @Override
    public void print(StringBuilder out) {
        out.append("once(");
        kept.print(out);
        out.append(',');
        operand.print(out);
        out.append(',');
        body.print(out);
        out.append(')');
    }
}
