package eventflux.core.compile.code.term;

import eventflux.core.row.RowLayout;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.UnsafeApi;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the instructions of one method: its local variables, what is read from rows, and what is known of nulls at the place
 * that has been reached. Address and null bits of a row are read once, at the beginning.
 */
public final class CodeWriter {

    /** Internal name of the class of rows. */
    public static final String ROW = "eventflux/core/row/RowView";

    /** Internal name of the class of what goes over rows. */
    public static final String CURSOR = "eventflux/core/row/RunCursor";

    /** Internal name of the class of contexts. */
    public static final String CONTEXT = "eventflux/core/operator/EvalContext";

    /** Internal name of the class of memory. */
    public static final String BUFFER = "org/agrona/concurrent/UnsafeBuffer";

    private static final int WORD_SHIFT = 6;

    private final MethodVisitor visitor;
    private final Methods methods;
    private final int inputs;
    // The class of what stands for each row: itself, or a cursor that stands on it; empty when it is the address of one
    // row.
    private final String given;
    private final Map<Integer, Integer> addresses = new HashMap<>();
    private final Map<Integer, Integer> nullWords = new HashMap<>();
    private BitSet known = new BitSet();
    private int nextLocal;

    /**
     * Begins a method.
     *
     * @param visitor takes the instructions
     * @param inputs how many rows the method gets; the context follows
     * @param descriptor of the method
     */
    public CodeWriter(MethodVisitor visitor, Methods methods, int inputs, String descriptor) {
        this.visitor = visitor;
        this.methods = methods;
        this.inputs = inputs;
        this.given = descriptor.startsWith("(J") ? "" : descriptor.startsWith("(L" + CURSOR) ? CURSOR : ROW;
        this.nextLocal = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        visitor.visitCode();
    }

    /** Takes plain instructions. */
    public MethodVisitor visitor() {
        return visitor;
    }

    /** The class of the method. */
    Methods methods() {
        return methods;
    }

    /** How many rows the method gets. */
    int inputs() {
        return inputs;
    }

    /** Reads what all later instructions need of the rows. */
    public void readRows(BitSet columns) {
        for (int bit = columns.nextSetBit(0); bit >= 0; bit = columns.nextSetBit(bit + 1)) {
            int input = ColumnTerm.input(bit);
            if (!addresses.containsKey(input)) {
                addresses.put(input, given.isEmpty() ? 1 : storeAddress(input));
            }
            if (!nullWords.containsKey(bit >>> WORD_SHIFT)) {
                pushSlot(input, RowLayout.NULLS_OFFSET + Long.BYTES * (ColumnTerm.column(bit) >>> WORD_SHIFT));
                nullWords.put(bit >>> WORD_SHIFT, store(JavaType.LONG));
            }
        }
    }

    private int storeAddress(int input) {
        pushGiven(input);
        call(given, "address", "()J");
        return store(JavaType.LONG);
    }

    /** Pushes a row. */
    void pushRow(int input) {
        pushGiven(input);
        if (given.equals(CURSOR)) {
            call(CURSOR, "row", "()L" + ROW + ";");
        }
    }

    private void pushGiven(int input) {
        visitor.visitVarInsn(Opcodes.ALOAD, 1 + input);
    }

    /** Pushes the time of a row. */
    public void pushTimestamp(int input) {
        pushGiven(input);
        call(given, "timestamp", "()J");
    }

    /** Pushes the context. */
    void pushContext() {
        visitor.visitVarInsn(Opcodes.ALOAD, 1 + inputs);
    }

    /** Pushes where a row's first byte lies. */
    void pushAddress(int input) {
        visitor.visitVarInsn(Opcodes.LLOAD, addresses.get(input));
    }

    /** Pushes the eight bytes at a place in a row. */
    public void pushSlot(int input, int offset) {
        pushAddress(input);
        visitor.visitLdcInsn((long) offset);
        visitor.visitInsn(Opcodes.LADD);
        callStatic(UnsafeApi.class, "getLong", "(J)J");
    }

    /** Pushes the word of null bits that a column belongs to. */
    public void pushNullWord(int bit) {
        visitor.visitVarInsn(Opcodes.LLOAD, nullWords.get(bit >>> WORD_SHIFT));
    }

    /** Pushes a number. */
    public void push(int number) {
        if (number >= -1 && number <= 5) {
            visitor.visitInsn(Opcodes.ICONST_0 + number);
        } else if (number == (byte) number) {
            visitor.visitIntInsn(Opcodes.BIPUSH, number);
        } else if (number == (short) number) {
            visitor.visitIntInsn(Opcodes.SIPUSH, number);
        } else {
            visitor.visitLdcInsn(number);
        }
    }

    /** Pushes a field of this object. */
    public void push(FieldRef field) {
        visitor.visitVarInsn(Opcodes.ALOAD, 0);
        String descriptor = field.kind().descriptor();
        visitor.visitFieldInsn(Opcodes.GETFIELD, methods.className(), field.name(), descriptor);
    }

    /** Pops a value into a local variable of its own; answers which. */
    public int store(JavaType type) {
        int local = nextLocal;
        nextLocal += type.size();
        visitor.visitVarInsn(type.opcode(Opcodes.ISTORE), local);
        return local;
    }

    /** Pushes a local variable. */
    public void load(JavaType type, int local) {
        visitor.visitVarInsn(type.opcode(Opcodes.ILOAD), local);
    }

    /** Calls a method of an object. */
    public void call(String owner, String name, String descriptor) {
        visitor.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
    }

    /** Calls a method of an interface. */
    public void callInterface(String owner, String name, String descriptor) {
        visitor.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
    }

    /** Calls a static method. */
    public void callStatic(Class<?> owner, String name, String descriptor) {
        visitor.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, descriptor, false);
    }

    /** Goes on at a label. */
    public void jump(Label label) {
        visitor.visitJumpInsn(Opcodes.GOTO, label);
    }

    /** Goes on at a label unless it is the one that is placed next. */
    void jumpUnlessNext(Label label, Label next) {
        if (label != next) {
            jump(label);
        }
    }

    /** Places a label here. */
    public void place(Label label) {
        visitor.visitLabel(label);
    }

    /** Branches on what lies on the stack by an instruction or its inverse. */
    void branch(int ifTrue, int ifFalse, Branches to) {
        if (to.next() == to.whenTrue()) {
            visitor.visitJumpInsn(ifFalse, to.whenFalse());
        } else {
            visitor.visitJumpInsn(ifTrue, to.whenTrue());
            jumpUnlessNext(to.whenFalse(), to.next());
        }
    }

    /** What is known not to be null here; a copy. */
    BitSet known() {
        return (BitSet) known.clone();
    }

    /** Whether a column is known not to be null here. */
    boolean isKnown(int bit) {
        return known.get(bit);
    }

    /** Goes back to what was known. */
    void known(BitSet before) {
        known = before;
    }

    /** Learns that columns are not null here. */
    void learn(BitSet columns) {
        known.or(columns);
    }

    /** Jumps when one of the columns is null, and learns that none is. */
    void require(BitSet columns, Label onNull) {
        forEachNullWord(columns, (first, mask) -> {
            pushNullTest(first, mask);
            visitor.visitJumpInsn(Opcodes.IFNE, onNull);
        });
        known.or(columns);
    }

    // The null bits of columns of which it is not known here that they are not null, word by word.
    private void forEachNullWord(BitSet columns, NullWord action) {
        int bit = columns.nextSetBit(0);
        while (bit >= 0) {
            int first = bit;
            long mask = 0;
            for (; bit >= 0 && bit >>> WORD_SHIFT == first >>> WORD_SHIFT; bit = columns.nextSetBit(bit + 1)) {
                mask |= known.get(bit) ? 0 : 1L << bit;
            }
            if (mask != 0) {
                action.take(first, mask);
            }
        }
    }

    /** Takes one of the columns of a word, and the bits of all of them. */
    @FunctionalInterface
    private interface NullWord {

        void take(int bit, long mask);
    }

    /** Pushes an int that is not zero when one of the columns of a word is null. */
    void pushNullTest(int bit, long mask) {
        pushNullWord(bit);
        visitor.visitLdcInsn(mask);
        visitor.visitInsn(Opcodes.LAND);
        visitor.visitInsn(Opcodes.LCONST_0);
        visitor.visitInsn(Opcodes.LCMP);
    }

    /**
     * Leaves the values of terms on the stack, in order, or jumps when one is null. Values that lie before one that may yet be
     * null wait in local variables, so that the stack is as it was when the code jumps.
     */
    void operands(List<Term> terms, Label onNull) {
        BitSet before = requireStrict(terms, onNull);
        int last = terms.size() - 1;
        while (last > 0 && !terms.get(last).nullable(known)) {
            last--;
        }
        int[] locals = new int[last + 1];
        for (int i = 0; i < terms.size(); i++) {
            terms.get(i).emit(this, onNull);
            if (last > 0 && i <= last) {
                locals[i] = store(JavaType.of(terms.get(i).type()));
            }
            if (last > 0 && i == last) {
                loadAll(terms.subList(0, last + 1), locals);
            }
        }
        known = before;
    }

    /** Puts the values of terms into local variables; answers which. */
    int[] operandLocals(List<Term> terms, Label onNull) {
        BitSet before = requireStrict(terms, onNull);
        int[] locals = new int[terms.size()];
        for (int i = 0; i < locals.length; i++) {
            terms.get(i).emit(this, onNull);
            locals[i] = store(JavaType.of(terms.get(i).type()));
        }
        known = before;
        return locals;
    }

    private BitSet requireStrict(List<Term> terms, Label onNull) {
        BitSet before = known();
        BitSet strict = new BitSet();
        for (Term term : terms) {
            term.strictColumns(strict);
        }
        require(strict, onNull);
        return before;
    }

    private void loadAll(List<Term> terms, int[] locals) {
        for (int i = 0; i < locals.length; i++) {
            load(JavaType.of(terms.get(i).type()), locals[i]);
        }
    }

    /**
     * Leaves 1 where a condition turns out as wanted, and 0 where it does not or one of the columns is null, on which alone it depends whether
     * it is null. What it says where they are null is not heeded.
     */
    void truth(Term condition, BitSet strict, boolean wanted) {
        BitSet before = known();
        learn(strict);
        condition.emit(this, new Label());
        known = before;
        oppositeIf(!wanted);
        forEachNullWord(strict, (first, mask) -> {
            Label isNull = new Label();
            Label end = new Label();
            pushNullTest(first, mask);
            visitor.visitJumpInsn(Opcodes.IFNE, isNull);
            visitor.visitInsn(Opcodes.ICONST_1);
            jump(end);
            place(isNull);
            visitor.visitInsn(Opcodes.ICONST_0);
            place(end);
            visitor.visitInsn(Opcodes.IAND);
        });
    }

    /** Makes 0 of 1 and 1 of 0, or leaves it. */
    void oppositeIf(boolean isWanted) {
        if (isWanted) {
            visitor.visitInsn(Opcodes.ICONST_1);
            visitor.visitInsn(Opcodes.IXOR);
        }
    }

    /** Leaves 1 or 0 on the stack as a condition turns out, or jumps when it is null. */
    void materialize(Term condition, Label onNull) {
        Label isTrue = new Label();
        Label isFalse = new Label();
        Label end = new Label();
        condition.condition(this, new Branches(isTrue, isFalse, onNull, isTrue));
        place(isTrue);
        visitor.visitInsn(Opcodes.ICONST_1);
        jump(end);
        place(isFalse);
        visitor.visitInsn(Opcodes.ICONST_0);
        place(end);
    }
}
