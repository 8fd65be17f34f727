package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.NullMove.SlotCopy;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.ColumnTerm;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowProjection;
import eventflux.core.row.RowLayout;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Stores a row that is made of one row, or of two.
 *
 * @param copies columns whose slots are copied as they are, null bits and all
 * @param stores columns that are computed
 * @param layout of the output
 * @param inputs how many rows it reads
 */
record ProjectionBody(List<SlotCopy> copies, List<Store> stores, RowLayout layout, int inputs) implements ClassBody {

    /**
     * A column that is computed.
     *
     * @param column of the output
     * @param value a text in the form in which it is stored
     */
    record Store(int column, Term value) {

        private int weight() {
            return value.weight() + 1;
        }
    }

    @Override
    public Class<?> type() {
        return inputs == 1 ? RowProjection.class : RowPairProjection.class;
    }

    /** The descriptor of its method. */
    String descriptor() {
        return "(" + ("L" + CodeWriter.ROW + ";").repeat(inputs) + "L" + CodeWriter.CONTEXT + ";L" + OutputRow.BUILDER
                + ";)V";
    }

    /** Whether a whole row can be written at once, because all its texts are those of the input. */
    boolean isDirect() {
        return inputs == 1
                && isShort()
                && stores.stream().allMatch(store -> !layout.isText(store.column()) || isCopiedText(store));
    }

    private boolean isCopiedText(Store store) {
        return store.value() instanceof ColumnTerm column
                && column.form() == ColumnTerm.Form.ROW_BYTES
                && !layout.isCoded(store.column());
    }

    private List<ColumnTerm> texts() {
        return stores.stream()
                .filter(this::isCopiedText)
                .map(store -> (ColumnTerm) store.value())
                .toList();
    }

    /** Writes a method that adds a whole row to a batch, of that which a cursor stands on, if it {@link #isDirect}; answers its descriptor. */
    String writeAtCursor(ClassCode code, String name) {
        String descriptor = "(L" + CodeWriter.CURSOR + ";L" + CodeWriter.CONTEXT + ";L" + OutputRow.BUILDER + ";)V";
        CodeWriter method = code.begin(name, descriptor, columns(copies, stores));
        method.push(layout.fixedLength());
        for (ColumnTerm text : texts()) {
            // The slot of a null is 0, as that of an empty text of no place.
            method.pushSlot(text.input(), text.offset());
            method.callStatic(RowLayout.class, "textLength", "(J)I");
            method.callStatic(RowLayout.class, "align", "(I)I");
            method.visitor().visitInsn(Opcodes.IADD);
        }
        OutputRow row = OutputRow.open(method, layout, code.inputs() + 2);
        NullMove.of(copies).forEach(row::moveNulls);
        copies.forEach(copy -> row.copySlot(copy.column(), copy.source()));
        stores.forEach(store -> writeStore(method, row, store));
        row.storeNulls(false);
        method.pushTimestamp(0);
        row.close();
        code.end(method, Opcodes.RETURN);
        return descriptor;
    }

    private boolean isShort() {
        return copies.size() + weight() <= Outlining.LIMIT;
    }

    @Override
    public void write(ClassCode code) {
        if (isShort()) {
            CodeWriter method = code.begin("project", descriptor(), columns(copies, stores));
            writeStores(code, method, copies, stores, false);
            return;
        }
        CodeWriter method = code.begin("project", descriptor(), new BitSet());
        for (List<SlotCopy> group : Outlining.groups(copies, copy -> 1)) {
            CodeWriter part = code.beginPart(method, descriptor(), columns(group, List.of()));
            writeStores(code, part, group, List.of(), true);
        }
        for (List<Store> group : Outlining.groups(stores, Store::weight)) {
            CodeWriter part = code.beginPart(method, descriptor(), columns(List.of(), group));
            writeStores(code, part, List.of(), group, true);
        }
        code.end(method, Opcodes.RETURN);
    }

    private int weight() {
        return stores.stream().mapToInt(Store::weight).sum();
    }

    private static BitSet columns(List<SlotCopy> copies, List<Store> stores) {
        BitSet columns = new BitSet();
        copies.forEach(copy -> copy.source().columns(columns));
        stores.forEach(store -> store.value().columns(columns));
        return columns;
    }

    private void writeStores(
            ClassCode code, CodeWriter method, List<SlotCopy> slots, List<Store> values, boolean adds) {
        OutputRow row = new OutputRow(method, layout, code.inputs() + 2);
        slots.forEach(copy -> row.prepareNulls(copy.column()));
        values.stream().filter(ProjectionBody::isNullable).forEach(store -> row.prepareNulls(store.column()));
        NullMove.of(slots).forEach(row::moveNulls);
        slots.forEach(copy -> row.copySlot(copy.column(), copy.source()));
        values.forEach(store -> writeStore(method, row, store));
        row.storeNulls(adds);
        code.end(method, Opcodes.RETURN);
    }

    private static boolean isNullable(Store store) {
        return store.value().nullable(new BitSet());
    }

    private void writeStore(CodeWriter method, OutputRow row, Store store) {
        Label isNull = new Label();
        Label done = new Label();
        if (!store.value().isNull()) {
            store.value().emit(method, isNull);
            storeValue(row, store);
            method.jump(done);
        }
        if (isNullable(store)) {
            method.place(isNull);
            row.storeNull(store.column());
        }
        method.place(done);
    }

    private void storeValue(OutputRow row, Store store) {
        Term value = store.value();
        if (!layout.isText(store.column()) || value.type() != DataType.STRING) {
            row.storeValue(store.column(), JavaType.of(value.type()));
            return;
        }
        row.storeText(store.column(), value.descriptor());
    }

    @Override
    public void print(StringBuilder out) {
        for (SlotCopy copy : copies) {
            printTarget(out, copy.column()).append("copy ");
            copy.source().print(out);
            out.append("; ");
        }
        for (Store store : stores) {
            printTarget(out, store.column());
            // Whether a whole row is written at once depends on it.
            out.append(layout.isText(store.column()) && layout.isCoded(store.column()) ? "code of " : "");
            store.value().print(out);
            out.append("; ");
        }
    }

    private StringBuilder printTarget(StringBuilder out, int column) {
        return out.append(column).append('@').append(layout.slotOffset(column)).append(" = ");
    }
}
