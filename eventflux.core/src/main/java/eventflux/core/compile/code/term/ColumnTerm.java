package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.runtime.ObjectTexts;
import eventflux.core.compile.code.runtime.TextBytes;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A column of a row.
 *
 * @param form what is pushed
 * @param type of what is pushed: INT for a code
 * @param bit which column
 * @param offset of its slot in the row
 * @param symbols the symbol table, where the form needs it
 */
public record ColumnTerm(Form form, DataType type, int bit, int offset, Optional<FieldRef> symbols) implements Term {

    private static final int INPUT_SHIFT = 16;

    /** What a column is pushed as. */
    public enum Form {
        /** A number or truth value, by its type. */
        VALUE(""),
        /** A text that lies in the row, as a Java string. */
        TEXT("Ljava/lang/String;"),
        /** A coded text, as a Java string. */
        SYMBOL("Ljava/lang/String;"),
        /** A coded text, as its code. */
        CODE("I"),
        /** A text that lies in the row, as address of the row and slot. */
        ROW_BYTES("JJ"),
        /** A coded text, as the symbol table and its code. */
        SYMBOL_BYTES("Leventflux/core/row/SymbolTable;I"),
        /** An object whose text lies in the row. */
        OBJECT("Ljava/lang/Object;");

        private final String descriptor;

        Form(String descriptor) {
            this.descriptor = descriptor;
        }
    }

    /** The number of a column among the columns of all inputs. */
    public static int bit(int input, int column) {
        return input << INPUT_SHIFT | column;
    }

    static int input(int bit) {
        return bit >>> INPUT_SHIFT;
    }

    static int column(int bit) {
        return bit & (1 << INPUT_SHIFT) - 1;
    }

    /** Which row. */
    public int input() {
        return input(bit);
    }

    /** Which column of the row's schema. */
    public int column() {
        return column(bit);
    }

    /** Whether it is pushed as what the slot holds. */
    public boolean isSlot() {
        return form == Form.VALUE || form == Form.CODE;
    }

    @Override
    public String descriptor() {
        return form == Form.VALUE ? JavaType.of(type).descriptor() : form.descriptor;
    }

    @Override
    public boolean nullable(BitSet known) {
        return !known.get(bit);
    }

    @Override
    public void strictColumns(BitSet columns) {
        columns.set(bit);
    }

    @Override
    public void columns(BitSet columns) {
        columns.set(bit);
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        requirePresent(code, onNull);
        switch (form) {
            case VALUE -> {
                code.pushSlot(input(), offset);
                fromSlot(code);
            }
            case CODE -> pushCode(code);
            case ROW_BYTES -> pushRowBytes(code);
            case TEXT -> {
                pushRowBytes(code);
                code.callStatic(TextBytes.class, "decode", "(" + Form.ROW_BYTES.descriptor + ")Ljava/lang/String;");
            }
            case OBJECT -> {
                pushRowBytes(code);
                code.callStatic(ObjectTexts.class, "decode", "(" + Form.ROW_BYTES.descriptor + ")Ljava/lang/Object;");
            }
            case SYMBOL -> {
                pushSymbol(code);
                code.call(FieldKind.SYMBOLS.className(), "text", "(I)Ljava/lang/String;");
            }
            case SYMBOL_BYTES -> pushSymbol(code);
            default -> throw new IllegalStateException(toString());
        }
    }

    @Override
    public boolean isFlat() {
        return type == DataType.BOOL && form == Form.VALUE;
    }

    @Override
    public void truth(CodeWriter code, boolean wanted) {
        BitSet own = new BitSet();
        own.set(bit);
        code.truth(this, own, wanted);
    }

    private void requirePresent(CodeWriter code, Label onNull) {
        if (!code.isKnown(bit)) {
            BitSet before = code.known();
            BitSet own = new BitSet();
            own.set(bit);
            code.require(own, onNull);
            code.known(before);
        }
    }

    private void pushRowBytes(CodeWriter code) {
        code.pushAddress(input());
        code.pushSlot(input(), offset);
    }

    private void pushCode(CodeWriter code) {
        code.pushSlot(input(), offset);
        code.visitor().visitInsn(Opcodes.L2I);
    }

    private void pushSymbol(CodeWriter code) {
        code.push(symbols.orElseThrow());
        pushCode(code);
    }

    private void fromSlot(CodeWriter code) {
        switch (type) {
            case LONG -> {} // the slot is the value
            case INT, BOOL -> code.visitor().visitInsn(Opcodes.L2I);
            case FLOAT -> {
                code.visitor().visitInsn(Opcodes.L2I);
                code.callStatic(Float.class, "intBitsToFloat", "(I)F");
            }
            case DOUBLE -> code.callStatic(Double.class, "longBitsToDouble", "(J)D");
            default -> throw new IllegalStateException(toString());
        }
    }

    /** Writes instructions that branch on whether the column is null. */
    void nullCondition(CodeWriter code, Branches to) {
        code.pushNullTest(bit, 1L << bit);
        code.branch(Opcodes.IFNE, Opcodes.IFEQ, to);
    }

    @Override
    public void print(StringBuilder out) {
        String shown = form == Form.VALUE ? type.name() : form.name();
        out.append(shown.toLowerCase(Locale.ROOT)).append('[');
        if (input() > 0) {
            out.append(input()).append('.');
        }
        out.append(column()).append('@').append(offset).append(']');
        symbols.ifPresent(out::append);
    }
}
