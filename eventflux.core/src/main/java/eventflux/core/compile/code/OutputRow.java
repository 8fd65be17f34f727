package eventflux.core.compile.code;

import eventflux.core.compile.code.runtime.TextCopy;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.ColumnTerm;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.row.RowLayout;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.agrona.UnsafeApi;
import org.objectweb.asm.Opcodes;

/**
 * Writes instructions that store into a row: into one that a builder has begun, which is asked where the row lies each time, since a
 * batch may move when a text is stored; or into memory that it has opened for the whole row. Null bits gather in local variables and are
 * stored last.
 */
final class OutputRow {

    static final String BUILDER = "eventflux/core/row/RowBuilder";

    private static final int WORD_SHIFT = 6;

    private final CodeWriter code;
    private final RowLayout layout;
    private final int builder;
    // The local variable that holds where the row lies, when it has been opened.
    private final OptionalInt address;
    // And the one that holds where its texts end.
    private int textEnd;
    private final Map<Integer, Integer> nullWords = new TreeMap<>();

    /**
     * Stores into the row that was begun.
     *
     * @param builder the local variable that holds the builder
     */
    OutputRow(CodeWriter code, RowLayout layout, int builder) {
        this(code, layout, builder, OptionalInt.empty());
    }

    private OutputRow(CodeWriter code, RowLayout layout, int builder, OptionalInt address) {
        this.code = code;
        this.layout = layout;
        this.builder = builder;
        this.address = address;
    }

    /** Opens a row of a length, which lies on the stack, and stores into it. */
    static OutputRow open(CodeWriter code, RowLayout layout, int builder) {
        int length = code.store(JavaType.INT);
        code.load(JavaType.OBJECT, builder);
        code.load(JavaType.INT, length);
        code.call(BUILDER, "open", "(I)J");
        OutputRow row = new OutputRow(code, layout, builder, OptionalInt.of(code.store(JavaType.LONG)));
        code.push(layout.fixedLength());
        row.textEnd = code.store(JavaType.INT);
        for (int word = 0; word << WORD_SHIFT < layout.columns(); word++) {
            row.prepareNulls(word << WORD_SHIFT);
        }
        return row;
    }

    /** Makes what was opened a row, whose time lies on the stack. */
    void close() {
        int timestamp = code.store(JavaType.LONG);
        code.load(JavaType.OBJECT, builder);
        code.load(JavaType.LONG, address.orElseThrow());
        code.load(JavaType.INT, textEnd);
        code.load(JavaType.LONG, timestamp);
        code.call(BUILDER, "close", "(JIJ)V");
    }

    /**
     * Stores the text on the stack.
     *
     * @param form descriptor of what lies there; in a row that was opened the row and slot of a text
     */
    void storeText(int column, String form) {
        if (address.isEmpty()) {
            code.load(JavaType.OBJECT, builder);
            code.push(column);
            code.callStatic(TextCopy.class, "put", "(" + form + "L" + BUILDER + ";I)V");
            return;
        }
        code.load(JavaType.LONG, address.getAsInt());
        code.push(layout.slotOffset(column));
        code.load(JavaType.INT, textEnd);
        code.callStatic(TextCopy.class, "place", "(" + form + "JII)I");
        code.visitor().visitVarInsn(Opcodes.ISTORE, textEnd);
    }

    /** Takes a local variable for the null bits that a column belongs to. */
    void prepareNulls(int column) {
        if (!nullWords.containsKey(column >> WORD_SHIFT)) {
            code.visitor().visitInsn(Opcodes.LCONST_0);
            nullWords.put(column >> WORD_SHIFT, code.store(JavaType.LONG));
        }
    }

    /** Makes a column null. Its slot is 0 then, so that equal rows have equal bytes. */
    void storeNull(int column) {
        code.visitor().visitLdcInsn(layout.nullMask(column));
        addNulls(column);
        pushPlace(layout.slotOffset(column));
        code.visitor().visitInsn(Opcodes.LCONST_0);
        store();
    }

    /** Makes those of some columns null whose sources are. */
    void moveNulls(NullMove move) {
        code.pushNullWord(move.sourceBit());
        code.visitor().visitLdcInsn(move.mask());
        code.visitor().visitInsn(Opcodes.LAND);
        if (move.shift() != 0) {
            code.push(Math.abs(move.shift()));
            code.visitor().visitInsn(move.shift() > 0 ? Opcodes.LSHL : Opcodes.LUSHR);
        }
        addNulls(move.column());
    }

    private void addNulls(int column) {
        int word = nullWords.get(column >> WORD_SHIFT);
        code.load(JavaType.LONG, word);
        code.visitor().visitInsn(Opcodes.LOR);
        code.visitor().visitVarInsn(Opcodes.LSTORE, word);
    }

    /** Copies a slot as it is. */
    void copySlot(int column, ColumnTerm source) {
        pushPlace(layout.slotOffset(column));
        code.pushSlot(source.input(), source.offset());
        store();
    }

    /** Stores the number or truth value on the stack. */
    void storeValue(int column, JavaType type) {
        int value = code.store(type);
        pushPlace(layout.slotOffset(column));
        code.load(type, value);
        switch (type) {
            case INT, BOOL -> code.visitor().visitInsn(Opcodes.I2L);
            case FLOAT -> {
                code.callStatic(Float.class, "floatToRawIntBits", "(F)I");
                code.visitor().visitInsn(Opcodes.I2L);
            }
            case DOUBLE -> code.callStatic(Double.class, "doubleToRawLongBits", "(D)J");
            default -> {} // a long is its slot
        }
        store();
    }

    /** Stores the null bits, or adds them to those that other methods have stored. */
    void storeNulls(boolean adds) {
        nullWords.forEach((word, local) -> {
            int at = RowLayout.NULLS_OFFSET + Long.BYTES * word;
            pushPlace(at);
            code.load(JavaType.LONG, local);
            if (adds) {
                pushPlace(at);
                code.call(BUILDER, "get", "(I)J");
                code.visitor().visitInsn(Opcodes.LOR);
            }
            store();
        });
    }

    private void pushPlace(int at) {
        if (address.isEmpty()) {
            code.load(JavaType.OBJECT, builder);
            code.push(at);
        } else {
            code.load(JavaType.LONG, address.getAsInt());
            code.visitor().visitLdcInsn((long) at);
            code.visitor().visitInsn(Opcodes.LADD);
        }
    }

    private void store() {
        if (address.isEmpty()) {
            code.call(BUILDER, "put", "(IJ)V");
        } else {
            code.callStatic(UnsafeApi.class, "putLong", "(JJ)V");
        }
    }
}
