package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.term.ColumnTerm;
import eventflux.core.compile.code.term.ColumnTerm.Form;
import eventflux.core.compile.code.term.ComparisonTerm;
import eventflux.core.compile.code.term.FieldKind;
import eventflux.core.compile.code.term.FieldTerm;
import eventflux.core.compile.code.term.Term;
import eventflux.core.compile.code.term.TextComparisonTerm;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Chooses in which form texts are compared, copied and keyed: as codes, as bytes where they lie, or as Java strings. */
final class TextForms {

    private final Bindings bindings;
    private final Operands operands;

    TextForms(Bindings bindings, Operands operands) {
        this.bindings = bindings;
        this.operands = operands;
    }

    /** A column as a Java string. */
    Term string(Expr.ColumnRef column) {
        return isCoded(column)
                ? column(column, Form.SYMBOL, DataType.STRING)
                : column(column, Form.TEXT, DataType.STRING);
    }

    /** A column as the object whose text lies there. */
    Term object(Expr.ColumnRef column) {
        return column(column, Form.OBJECT, DataType.OBJECT);
    }

    /** A coded column, or a constant that is pinned, as a code. */
    Optional<Term> code(Expr text) {
        if (text instanceof Expr.ColumnRef column && isCoded(column)) {
            return Optional.of(column(column, Form.CODE, DataType.INT));
        }
        if (text instanceof Expr.Constant constant && constant.value() instanceof String value) {
            int code = bindings.symbols().pin(value);
            return Optional.of(new FieldTerm(operands.add(FieldKind.INT, code), DataType.INT));
        }
        return Optional.empty();
    }

    /** A column or a constant as UTF-8, wherever it lies. */
    Optional<Term> bytes(Expr text) {
        if (text instanceof Expr.ColumnRef column) {
            Form form = isCoded(column) ? Form.SYMBOL_BYTES : Form.ROW_BYTES;
            return Optional.of(column(column, form, DataType.STRING));
        }
        if (text instanceof Expr.Constant constant && constant.value() instanceof String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return Optional.of(new FieldTerm(operands.add(FieldKind.BYTES, bytes), DataType.STRING));
        }
        return Optional.empty();
    }

    /** A column as a code when it is coded, else as bytes. */
    Term keyed(Expr column) {
        return code(column).or(() -> bytes(column)).orElseThrow();
    }

    /** A comparison of columns and constants without decoding; empty when a side is computed or null. */
    Optional<Term> comparison(Truth.Comparison comparison) {
        Expr left = comparison.left();
        Expr right = comparison.right();
        if (!isPlain(left) || !isPlain(right)) {
            return Optional.empty();
        }
        ComparisonOperator operator = comparison.operator();
        boolean nullIsFalse = comparison.nullIsFalse();
        if (isEquality(operator) && comparesCodes(left, right)) {
            return Optional.of(new ComparisonTerm(
                    operator, code(left).orElseThrow(), code(right).orElseThrow(), nullIsFalse));
        }
        return Optional.of(
                rank(left) < rank(right)
                        ? compared(mirrored(operator), right, left, nullIsFalse)
                        : compared(operator, left, right, nullIsFalse));
    }

    private TextComparisonTerm compared(ComparisonOperator operator, Expr left, Expr right, boolean nullIsFalse) {
        boolean isOfSymbols = left instanceof Expr.ColumnRef column && isCoded(column);
        return new TextComparisonTerm(
                operator,
                bytes(left).orElseThrow(),
                (isOfSymbols ? code(right) : bytes(right)).orElseThrow(),
                nullIsFalse);
    }

    // What lies in a row stands on the left of a comparison, else what is coded.
    private int rank(Expr text) {
        if (text instanceof Expr.ColumnRef column) {
            return isCoded(column) ? 1 : 2;
        }
        return 0;
    }

    private static boolean isPlain(Expr text) {
        return text instanceof Expr.ColumnRef || text instanceof Expr.Constant constant && constant.value() != null;
    }

    private boolean comparesCodes(Expr left, Expr right) {
        boolean anyColumn = left instanceof Expr.ColumnRef || right instanceof Expr.ColumnRef;
        return anyColumn && !liesInRow(left) && !liesInRow(right);
    }

    private boolean liesInRow(Expr text) {
        return text instanceof Expr.ColumnRef column && !isCoded(column);
    }

    private static boolean isEquality(ComparisonOperator operator) {
        return operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
    }

    private static ComparisonOperator mirrored(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> operator;
            case LESS -> ComparisonOperator.GREATER;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case GREATER -> ComparisonOperator.LESS;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
        };
    }

    private boolean isCoded(Expr.ColumnRef column) {
        return layout(column).isCoded(column.column());
    }

    private RowLayout layout(Expr.ColumnRef column) {
        return bindings.inputs().get(column.input());
    }

    private Term column(Expr.ColumnRef column, Form form, DataType type) {
        boolean needsTable = form == Form.SYMBOL || form == Form.SYMBOL_BYTES;
        return new ColumnTerm(
                form,
                type,
                ColumnTerm.bit(column.input(), column.column()),
                layout(column).slotOffset(column.column()),
                needsTable ? Optional.of(operands.symbols(bindings.symbols())) : Optional.empty());
    }
}
