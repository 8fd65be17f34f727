package eventflux.core.compile.code;

import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.FieldKind;
import eventflux.core.compile.code.term.FieldRef;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.compile.code.term.Methods;
import eventflux.core.compile.code.term.OutlinedTerm;
import eventflux.core.compile.code.term.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes one class: fields, the constructor that fills them, the methods of its body, and the outlined ones. */
final class ClassCode implements Methods {

    private static final String OBJECT = "java/lang/Object";
    private static final String VALUES = "[Ljava/lang/Object;";
    private static final int LONGEST_TEXT = 16_000;

    private final ClassWriter writer = new Writer();
    private final Deque<Outline> outlines = new ArrayDeque<>();
    private final String className;
    private final int inputs;
    private int methods;

    private record Outline(String name, Term body) {}

    /** Joins types without loading classes: where code paths meet, only equal types or plain objects lie on the stack. */
    private static final class Writer extends ClassWriter {
        Writer() {
            super(COMPUTE_FRAMES);
        }

        @Override
        protected String getCommonSuperClass(String left, String right) {
            return OBJECT;
        }
    }

    private ClassCode(String className, int inputs) {
        this.className = className;
        this.inputs = inputs;
    }

    /** The class file of a body with fields of some kinds; its objects print the listing. */
    static byte[] write(ClassBody body, List<FieldKind> fields, String listing) {
        String simpleName = body.getClass().getSimpleName().replace("Body", "");
        String packageName = ClassCode.class.getPackageName().replace('.', '/');
        ClassCode code = new ClassCode(packageName + "/" + simpleName, body.inputs());
        String[] interfaces = {Type.getInternalName(body.type())};
        code.writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, code.className, null, OBJECT, interfaces);
        code.writeFields(fields);
        code.writeToString(listing);
        body.write(code);
        code.writeOutlines();
        code.writer.visitEnd();
        return code.toBytes();
    }

    private byte[] toBytes() {
        try {
            return writer.toByteArray();
        } catch (ClassTooLargeException | MethodTooLargeException e) {
            throw new IllegalArgumentException("expression needs more code than a class can have", e);
        }
    }

    @Override
    public String className() {
        return className;
    }

    @Override
    public String outline(Term body) {
        String name = "part" + methods++;
        outlines.add(new Outline(name, body));
        return name;
    }

    /** How many rows its methods get. */
    int inputs() {
        return inputs;
    }

    /**
     * Begins a method of the interface.
     *
     * @param columns all that its instructions read or test
     */
    CodeWriter begin(String name, String descriptor, BitSet columns) {
        return begin(Opcodes.ACC_PUBLIC, name, descriptor, columns);
    }

    /** Begins a method that takes over some work of another one; answers its name through the writer of the call. */
    CodeWriter beginPart(CodeWriter caller, String descriptor, BitSet columns) {
        String name = "part" + methods++;
        int local = 0;
        caller.visitor().visitVarInsn(Opcodes.ALOAD, local++);
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            caller.visitor().visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
            local += parameter.getSize();
        }
        caller.call(className, name, descriptor);
        return begin(Opcodes.ACC_PRIVATE, name, descriptor, columns);
    }

    private CodeWriter begin(int access, String name, String descriptor, BitSet columns) {
        MethodVisitor visitor = writer.visitMethod(access | Opcodes.ACC_FINAL, name, descriptor, null, null);
        CodeWriter code = new CodeWriter(visitor, this, inputs, descriptor);
        code.readRows(columns);
        return code;
    }

    /** Ends a method by an instruction. */
    void end(CodeWriter code, int instruction) {
        code.visitor().visitInsn(instruction);
        code.visitor().visitMaxs(0, 0);
        code.visitor().visitEnd();
    }

    // The fields are not final: where there are many, the constructor must leave filling them to other methods.
    private void writeFields(List<FieldKind> fields) {
        writer.visitField(Opcodes.ACC_PRIVATE, OutlinedTerm.NULL_FIELD, "Z", null, null)
                .visitEnd();
        MethodVisitor visitor = writer.visitMethod(0, "<init>", "(" + VALUES + ")V", null, null);
        CodeWriter constructor = new CodeWriter(visitor, this, 0, "(" + VALUES + ")V");
        visitor.visitVarInsn(Opcodes.ALOAD, 0);
        visitor.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        List<FieldRef> all = new ArrayList<>();
        for (FieldKind kind : fields) {
            FieldRef field = new FieldRef(all.size(), kind);
            all.add(field);
            writer.visitField(Opcodes.ACC_PRIVATE, field.name(), kind.descriptor(), null, null)
                    .visitEnd();
        }
        for (List<FieldRef> group : Outlining.groups(all, field -> 1)) {
            CodeWriter part = beginPart(constructor, "(" + VALUES + ")V", new BitSet());
            group.forEach(field -> fill(part, field));
            end(part, Opcodes.RETURN);
        }
        end(constructor, Opcodes.RETURN);
    }

    private void fill(CodeWriter code, FieldRef field) {
        FieldKind kind = field.kind();
        MethodVisitor visitor = code.visitor();
        visitor.visitVarInsn(Opcodes.ALOAD, 0);
        visitor.visitVarInsn(Opcodes.ALOAD, 1);
        code.push(field.index());
        visitor.visitInsn(Opcodes.AALOAD);
        visitor.visitTypeInsn(Opcodes.CHECKCAST, kind.className());
        if (!kind.unboxing().isEmpty()) {
            code.call(kind.className(), kind.unboxing(), "()" + kind.descriptor());
        }
        visitor.visitFieldInsn(Opcodes.PUTFIELD, className, field.name(), kind.descriptor());
    }

    private void writeToString(String listing) {
        CodeWriter code = begin("toString", "()Ljava/lang/String;", new BitSet());
        String shown = listing.length() <= LONGEST_TEXT ? listing : listing.substring(0, LONGEST_TEXT) + "...";
        code.visitor().visitLdcInsn(shown);
        end(code, Opcodes.ARETURN);
    }

    private void writeOutlines() {
        for (Outline outline = outlines.poll(); outline != null; outline = outlines.poll()) {
            writeOutline(outline);
        }
    }

    private void writeOutline(Outline outline) {
        Term body = outline.body();
        JavaType stack = JavaType.of(body.type());
        BitSet columns = new BitSet();
        body.columns(columns);
        String descriptor = OutlinedTerm.descriptor(inputs, body.type());
        CodeWriter code = begin(Opcodes.ACC_PRIVATE, outline.name(), descriptor, columns);
        Label isNull = new Label();
        body.emit(code, isNull);
        if (body.nullable(new BitSet())) {
            int value = code.store(stack);
            tellNull(code, false);
            code.load(stack, value);
            code.visitor().visitInsn(stack.opcode(Opcodes.IRETURN));
            code.place(isNull);
            tellNull(code, true);
            code.visitor().visitInsn(stack.zero());
        }
        end(code, stack.opcode(Opcodes.IRETURN));
    }

    private void tellNull(CodeWriter code, boolean isNull) {
        code.visitor().visitVarInsn(Opcodes.ALOAD, 0);
        code.visitor().visitInsn(isNull ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        code.visitor().visitFieldInsn(Opcodes.PUTFIELD, className, OutlinedTerm.NULL_FIELD, "Z");
    }
}
