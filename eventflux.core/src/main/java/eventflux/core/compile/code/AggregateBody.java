package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.term.CodeWriter;
import eventflux.core.compile.code.term.FieldKind;
import eventflux.core.compile.code.term.FieldRef;
import eventflux.core.compile.code.term.JavaType;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.AggregateUpdate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Tells aggregators of a row that joins or leaves.
 *
 * @param updates one for each argument, which is computed once for all aggregators that it goes to
 */
record AggregateBody(List<Update> updates) implements ClassBody {

    private static final String DESCRIPTOR = "(L" + CodeWriter.ROW + ";L" + CodeWriter.CONTEXT + ";)V";

    /**
     * An argument and who is told of it where it is not null.
     *
     * @param argument none for aggregators of rows, which are told of every row
     * @param aggregators the fields that hold them
     * @param nulls the fields of those that are told where it is null
     */
    record Update(Optional<Term> argument, List<FieldRef> aggregators, List<FieldRef> nulls) {

        private int weight() {
            return argument.map(Term::weight).orElse(0) + aggregators.size() + nulls.size();
        }

        private void columns(BitSet columns) {
            argument.ifPresent(term -> term.columns(columns));
        }
    }

    @Override
    public Class<?> type() {
        return AggregateUpdate.class;
    }

    @Override
    public void write(ClassCode code) {
        write(code, "add");
        write(code, "remove");
    }

    private void write(ClassCode code, String name) {
        List<List<Update>> groups = Outlining.groups(updates, Update::weight);
        if (groups.size() <= 1) {
            writeUpdates(code, code.begin(name, DESCRIPTOR, columns(updates)), updates, name);
            return;
        }
        CodeWriter method = code.begin(name, DESCRIPTOR, new BitSet());
        for (List<Update> group : groups) {
            writeUpdates(code, code.beginPart(method, DESCRIPTOR, columns(group)), group, name);
        }
        code.end(method, Opcodes.RETURN);
    }

    private static BitSet columns(List<Update> group) {
        BitSet columns = new BitSet();
        group.forEach(update -> update.columns(columns));
        return columns;
    }

    private static void writeUpdates(ClassCode code, CodeWriter method, List<Update> group, String name) {
        for (Update update : group) {
            Label isNull = new Label();
            Optional<JavaType> type = update.argument().map(argument -> {
                argument.emit(method, isNull);
                return widen(method, argument.type());
            });
            int value = type.map(method::store).orElse(-1);
            for (FieldRef aggregator : update.aggregators()) {
                tell(method, aggregator, type.orElse(JavaType.OBJECT), value, name);
            }
            writeNulls(method, update, isNull, name);
        }
        code.end(method, Opcodes.RETURN);
    }

    private static void writeNulls(CodeWriter method, Update update, Label isNull, String name) {
        if (update.nulls().isEmpty()) {
            method.place(isNull);
            return;
        }
        Label done = new Label();
        method.jump(done);
        method.place(isNull);
        for (FieldRef aggregator : update.nulls()) {
            method.push(aggregator);
            method.callInterface(aggregator.kind().className(), name + "Null", "()V");
        }
        method.place(done);
    }

    private static JavaType widen(CodeWriter method, DataType type) {
        switch (type) {
            case INT, BOOL -> method.visitor().visitInsn(Opcodes.I2L);
            case FLOAT -> method.visitor().visitInsn(Opcodes.F2D);
            default -> {} // as it is
        }
        return switch (type) {
            case INT, LONG, BOOL -> JavaType.LONG;
            case FLOAT, DOUBLE -> JavaType.DOUBLE;
            case STRING -> JavaType.STRING;
            case OBJECT -> JavaType.OBJECT;
        };
    }

    private static void tell(CodeWriter method, FieldRef aggregator, JavaType type, int value, String name) {
        method.push(aggregator);
        boolean passes = aggregator.kind() != FieldKind.AGGREGATOR_OF_ROWS;
        if (passes) {
            method.load(type, value);
        }
        String parameters = passes ? type.descriptor() : "";
        method.callInterface(aggregator.kind().className(), name, "(" + parameters + ")V");
    }

    @Override
    public void print(StringBuilder out) {
        for (Update update : updates) {
            update.argument().ifPresent(argument -> argument.print(out));
            out.append(" -> ").append(update.aggregators());
            out.append(update.nulls().isEmpty() ? "" : " null -> " + update.nulls())
                    .append("; ");
        }
    }
}
