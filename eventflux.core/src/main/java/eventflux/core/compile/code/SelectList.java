package eventflux.core.compile.code;

import eventflux.core.compile.code.NullMove.SlotCopy;
import eventflux.core.compile.code.ProjectionBody.Store;
import eventflux.core.compile.code.term.ColumnTerm;
import eventflux.core.compile.code.term.ObjectTextTerm;
import eventflux.core.compile.code.term.Term;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a select list into slots that are copied and values that are computed. */
final class SelectList {

    private SelectList() {}

    static ProjectionBody body(List<Expr> columns, RowLayout output, Bindings bindings, Operands operands) {
        if (columns.size() != output.columns()) {
            throw new IllegalArgumentException("columns=" + columns.size() + " output=" + output);
        }
        Lowering lowering = new Lowering(bindings, operands);
        List<SlotCopy> copies = new ArrayList<>();
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expr column = columns.get(i);
            ExpressionCompiler.requireType(column, output.type(i));
            Term term = term(column, output.isCoded(i), lowering);
            if (term instanceof ColumnTerm source && source.isSlot()) {
                copies.add(new SlotCopy(i, source));
            } else {
                stores.add(new Store(i, term));
            }
        }
        return new ProjectionBody(
                List.copyOf(copies),
                List.copyOf(stores),
                output,
                bindings.inputs().size());
    }

    private static Term term(Expr column, boolean coded, Lowering lowering) {
        return switch (column.type()) {
            case STRING -> text(column, coded, lowering);
            case OBJECT -> object(column, lowering);
            default -> lowering.lower(column);
        };
    }

    // An object that is passed on stays the text that it is.
    private static Term object(Expr column, Lowering lowering) {
        if (column instanceof Expr.ColumnRef) {
            return lowering.texts().bytes(column).orElseThrow();
        }
        Optional<Term> pieces = lowering.pieces(column);
        if (pieces.isPresent()) {
            return pieces.get();
        }
        Term object = Outlining.fit(lowering.lower(column));
        return object.isNull() ? object : new ObjectTextTerm(object);
    }

    private static Term text(Expr column, boolean coded, Lowering lowering) {
        TextForms texts = lowering.texts();
        if (column instanceof Expr.ColumnRef) {
            return coded ? texts.keyed(column) : texts.bytes(column).orElseThrow();
        }
        return (coded ? texts.code(column) : texts.bytes(column).or(() -> lowering.pieces(column)))
                .orElseGet(() -> lowering.lower(column));
    }
}
