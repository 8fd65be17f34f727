package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A call of a static method of an extension, through a handle that is a constant of the class: the class knows the extension's
 * method and not its name, so it need not be visible to it, and the call is compiled like any other.
 *
 * @param handle which of the handles of the class
 * @param method the handle's type
 * @param takesContext whether the first parameter is the context
 * @param variadic whether the last parameter is an array of the remaining arguments
 * @param arguments boxed where the parameter takes nulls
 */
public record CallTerm(
        int handle, MethodType method, boolean takesContext, boolean variadic, List<Term> arguments, DataType type)
        implements Term {

    private static final Handle CLASS_DATA = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(MethodHandles.class),
            "classDataAt",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
            false);

    @Override
    public List<Term> parts() {
        return arguments;
    }

    @Override
    public boolean nullable(BitSet known) {
        return !method.returnType().isPrimitive() || Term.anyNullable(arguments, known);
    }

    @Override
    public void strictColumns(BitSet columns) {
        for (Term argument : arguments) {
            argument.strictColumns(columns);
        }
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        int[] locals = code.operandLocals(arguments, onNull);
        String handleType = Type.getDescriptor(MethodHandle.class);
        code.visitor().visitLdcInsn(new ConstantDynamic("_", handleType, CLASS_DATA, handle));
        if (takesContext) {
            code.pushContext();
            code.pushRow(0);
            code.call(CodeWriter.ROW, "timestamp", "()J");
            code.call(CodeWriter.CONTEXT, "at", "(J)Leventflux/api/spi/function/FunctionContext;");
        }
        int fixed = variadic ? method.parameterCount() - 1 - firstParameter() : locals.length;
        for (int i = 0; i < fixed; i++) {
            push(code, i, locals[i], method.parameterType(firstParameter() + i));
        }
        if (variadic) {
            pushArray(code, fixed, locals);
        }
        code.call(Type.getInternalName(MethodHandle.class), "invokeExact", method.toMethodDescriptorString());
        takeResult(code, onNull);
    }

    private int firstParameter() {
        return takesContext ? 1 : 0;
    }

    private void push(CodeWriter code, int argument, int local, Class<?> parameter) {
        code.load(JavaType.of(arguments.get(argument).type()), local);
        if (!parameter.isPrimitive() && parameter != Object.class && parameter != String.class) {
            code.visitor().visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(parameter));
        } else if (parameter == String.class && arguments.get(argument).type() != DataType.STRING) {
            code.visitor().visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(String.class));
        }
    }

    private void pushArray(CodeWriter code, int from, int[] locals) {
        Class<?> element = method.parameterType(method.parameterCount() - 1).getComponentType();
        MethodVisitor visitor = code.visitor();
        code.push(locals.length - from);
        if (element.isPrimitive()) {
            visitor.visitIntInsn(Opcodes.NEWARRAY, arrayType(element));
        } else {
            visitor.visitTypeInsn(Opcodes.ANEWARRAY, Type.getInternalName(element));
        }
        for (int i = from; i < locals.length; i++) {
            visitor.visitInsn(Opcodes.DUP);
            code.push(i - from);
            push(code, i, locals[i], element);
            visitor.visitInsn(Type.getType(element).getOpcode(Opcodes.IASTORE));
        }
    }

    private static int arrayType(Class<?> element) {
        return switch (Type.getType(element).getSort()) {
            case Type.INT -> Opcodes.T_INT;
            case Type.LONG -> Opcodes.T_LONG;
            case Type.FLOAT -> Opcodes.T_FLOAT;
            case Type.DOUBLE -> Opcodes.T_DOUBLE;
            case Type.BOOLEAN -> Opcodes.T_BOOLEAN;
            default -> throw new IllegalArgumentException("no type of a function: " + element);
        };
    }

    private void takeResult(CodeWriter code, Label onNull) {
        Class<?> returned = method.returnType();
        if (returned.isPrimitive()) {
            return;
        }
        int result = code.store(JavaType.OBJECT);
        code.load(JavaType.OBJECT, result);
        code.visitor().visitJumpInsn(Opcodes.IFNULL, onNull);
        code.load(JavaType.OBJECT, result);
        JavaType stack = JavaType.of(type);
        if (stack.isPrimitive()) {
            String unboxing =
                    stack == JavaType.BOOL ? "booleanValue" : stack.name().toLowerCase(java.util.Locale.ROOT) + "Value";
            code.call(Type.getInternalName(returned), unboxing, "()" + stack.descriptor());
        }
    }

    @Override
    public void print(StringBuilder out) {
        out.append("call:").append(handle).append(method.toMethodDescriptorString());
        out.append(takesContext ? "+context" : "").append(variadic ? "+array" : "");
        out.append(':').append(type);
        Printing.list(out, arguments);
    }
}
