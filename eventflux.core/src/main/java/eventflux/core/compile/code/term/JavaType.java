package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How a value of a data type lies on the operand stack. */
public enum JavaType {
    /** {@code int}. */
    INT(Type.INT_TYPE, "java/lang/Integer"),
    /** {@code long}. */
    LONG(Type.LONG_TYPE, "java/lang/Long"),
    /** {@code float}. */
    FLOAT(Type.FLOAT_TYPE, "java/lang/Float"),
    /** {@code double}. */
    DOUBLE(Type.DOUBLE_TYPE, "java/lang/Double"),
    /** {@code boolean}. */
    BOOL(Type.BOOLEAN_TYPE, "java/lang/Boolean"),
    /** A string. */
    STRING(Type.getType(String.class), "java/lang/String"),
    /** Any object. */
    OBJECT(Type.getType(Object.class), "java/lang/Object");

    private final Type type;
    private final String box;

    JavaType(Type type, String box) {
        this.type = type;
        this.box = box;
    }

    /** Of a data type. */
    public static JavaType of(DataType type) {
        return switch (type) {
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case BOOL -> BOOL;
            case STRING -> STRING;
            case OBJECT -> OBJECT;
        };
    }

    /** Its descriptor. */
    public String descriptor() {
        return type.getDescriptor();
    }

    /** Internal name of the class of an object that holds it. */
    String box() {
        return box;
    }

    /** Descriptor of the method that makes that object. */
    String boxing() {
        return "(" + descriptor() + ")L" + box + ";";
    }

    /** Whether it has no object identity. */
    boolean isPrimitive() {
        return this != STRING && this != OBJECT;
    }

    /** The variant of an instruction for this type. */
    public int opcode(int ofInt) {
        return type.getOpcode(ofInt);
    }

    /** How many local variables it takes. */
    int size() {
        return type.getSize();
    }

    /** The instruction that pushes zero or null. */
    public int zero() {
        return switch (this) {
            case INT, BOOL -> Opcodes.ICONST_0;
            case LONG -> Opcodes.LCONST_0;
            case FLOAT -> Opcodes.FCONST_0;
            case DOUBLE -> Opcodes.DCONST_0;
            case STRING, OBJECT -> Opcodes.ACONST_NULL;
        };
    }
}
