package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.api.text.TextPieces;
import eventflux.core.compile.code.term.AggregateTerm;
import eventflux.core.compile.code.term.ArithmeticTerm;
import eventflux.core.compile.code.term.BooleanTerm;
import eventflux.core.compile.code.term.ColumnTerm;
import eventflux.core.compile.code.term.ColumnTerm.Form;
import eventflux.core.compile.code.term.ComparisonTerm;
import eventflux.core.compile.code.term.ConversionTerm;
import eventflux.core.compile.code.term.FieldKind;
import eventflux.core.compile.code.term.FieldRef;
import eventflux.core.compile.code.term.FieldTerm;
import eventflux.core.compile.code.term.InTableTerm;
import eventflux.core.compile.code.term.IsNullTerm;
import eventflux.core.compile.code.term.IsOfTypeTerm;
import eventflux.core.compile.code.term.KeptTerm;
import eventflux.core.compile.code.term.NegateTerm;
import eventflux.core.compile.code.term.NotTerm;
import eventflux.core.compile.code.term.NullTerm;
import eventflux.core.compile.code.term.OnceTerm;
import eventflux.core.compile.code.term.PiecesTerm;
import eventflux.core.compile.code.term.Term;
import eventflux.core.compile.code.term.TextComparisonTerm;
import eventflux.core.compile.code.term.TimeTerm;
import eventflux.core.compile.code.term.WidenTerm;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExprVisitor;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns expressions into terms, and takes out of them what is no part of their shape. Of one generated class. */
final class Lowering implements ExprVisitor<Term> {

    private final Bindings bindings;
    private final Operands operands;
    private final TextForms texts;
    // Of the expression around that keeps one; empty outside. Written while it is lowered.
    private Optional<KeptTerm> kept = Optional.empty();

    Lowering(Bindings bindings, Operands operands) {
        this.bindings = bindings;
        this.operands = operands;
        this.texts = new TextForms(bindings, operands);
    }

    /** The forms in which texts can be had without decoding. */
    TextForms texts() {
        return texts;
    }

    /** The term of an expression. */
    Term lower(Expr expression) {
        return expression.accept(this);
    }

    private List<Term> lowerAll(List<Expr> expressions) {
        List<Term> terms = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            terms.add(lower(expression));
        }
        return terms;
    }

    // What is null when its operand is: null for a null that is known, else made from the operand.
    private Term strict(Expr operand, DataType type, UnaryOperator<Term> made) {
        Term lowered = Outlining.fit(lower(operand));
        return lowered.isNull() ? new NullTerm(type) : made.apply(lowered);
    }

    @Override
    public Term visitConstant(Expr.Constant constant) {
        return constant(constant.type(), constant.value());
    }

    private Term constant(DataType type, Object value) {
        if (value == null) {
            return new NullTerm(type);
        }
        return switch (type) {
            case INT -> new FieldTerm(operands.add(FieldKind.INT, value), type);
            case LONG -> new FieldTerm(operands.add(FieldKind.LONG, value), type);
            case FLOAT -> new FieldTerm(operands.add(FieldKind.FLOAT, value), type);
            case DOUBLE -> new FieldTerm(operands.add(FieldKind.DOUBLE, value), type);
            case BOOL -> new BooleanTerm((Boolean) value);
            case STRING -> new FieldTerm(operands.add(FieldKind.TEXT, value), type);
            case OBJECT -> throw new IllegalArgumentException("constant of type=" + type);
        };
    }

    @Override
    public Term visitColumnRef(Expr.ColumnRef column) {
        return switch (column.type()) {
            case STRING -> texts.string(column);
            case OBJECT -> texts.object(column);
            default -> {
                RowLayout layout = bindings.inputs().get(column.input());
                int bit = ColumnTerm.bit(column.input(), column.column());
                int offset = layout.slotOffset(column.column());
                yield new ColumnTerm(Form.VALUE, column.type(), bit, offset, Optional.empty());
            }
        };
    }

    @Override
    public Term visitArithmetic(Expr.Arithmetic arithmetic) {
        List<Term> sides = Outlining.fit(List.of(lower(arithmetic.left()), lower(arithmetic.right())));
        Term left = sides.get(0);
        Term right = sides.get(1);
        if (left.isNull() || right.isNull()) {
            return new NullTerm(arithmetic.type());
        }
        ArithmeticOperator operator = arithmetic.operator();
        boolean divides = operator == ArithmeticOperator.DIVIDE || operator == ArithmeticOperator.REMAINDER;
        return new ArithmeticTerm(operator, left, right, divides && !isNotZero(right));
    }

    private boolean isNotZero(Term divisor) {
        return divisor instanceof FieldTerm constant && ((Number) operands.value(constant.field())).doubleValue() != 0;
    }

    @Override
    public Term visitNegate(Expr.Negate negate) {
        return strict(negate.operand(), negate.type(), NegateTerm::new);
    }

    @Override
    public Term visitComparison(Truth.Comparison comparison) {
        boolean nullIsFalse = comparison.nullIsFalse();
        if (comparison.left().type() == DataType.STRING) {
            Optional<Term> inPlace = texts.comparison(comparison);
            if (inPlace.isPresent()) {
                return inPlace.get();
            }
        }
        List<Term> sides = Outlining.fit(List.of(lower(comparison.left()), lower(comparison.right())));
        if (sides.get(0).isNull() || sides.get(1).isNull()) {
            return nullIsFalse ? new BooleanTerm(false) : new NullTerm(DataType.BOOL);
        }
        return switch (comparison.left().type()) {
            case STRING -> new TextComparisonTerm(comparison.operator(), sides.get(0), sides.get(1), nullIsFalse);
            case OBJECT -> throw new IllegalArgumentException("objects have no comparison: " + comparison);
            default -> new ComparisonTerm(comparison.operator(), sides.get(0), sides.get(1), nullIsFalse);
        };
    }

    @Override
    public Term visitLogical(Truth.Logical logical) {
        if (logical.operands().isEmpty()) {
            return new BooleanTerm(logical.conjunction());
        }
        return Outlining.junction(logical.conjunction(), lowerAll(logical.operands()), logical.nullIsFalse());
    }

    @Override
    public Term visitNot(Truth.Not not) {
        Term operand = Outlining.fit(lower(not.operand()));
        if (operand.isNull()) {
            return not.nullIsTrue() ? new BooleanTerm(true) : operand;
        }
        return new NotTerm(operand, not.nullIsTrue());
    }

    @Override
    public Term visitIsNull(Truth.IsNull isNull) {
        Term operand = Outlining.fit(lower(isNull.operand()));
        return operand.isNull() ? new BooleanTerm(true) : new IsNullTerm(operand);
    }

    @Override
    public Term visitIsOfType(Truth.IsOfType isOfType) {
        Term operand = Outlining.fit(lower(isOfType.operand()));
        return operand.isNull() ? new BooleanTerm(false) : new IsOfTypeTerm(operand, isOfType.tested());
    }

    @Override
    public Term visitWiden(Expr.Widen widen) {
        boolean numbers = widen.type().isNumeric();
        if (numbers && widen.operand() instanceof Expr.Constant constant && constant.value() instanceof Number number) {
            return constant(widen.type(), widened(number, widen.type()));
        }
        return strict(widen.operand(), widen.type(), operand -> new WidenTerm(operand, widen.type()));
    }

    private static Object widened(Number number, DataType type) {
        return switch (type) {
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> number;
        };
    }

    @Override
    public Term visitConvert(Expr.Convert convert) {
        return strict(
                convert.operand(),
                convert.type(),
                operand -> operand.type() == convert.type() ? operand : new ConversionTerm(operand, convert.type()));
    }

    @Override
    public Term visitChoice(Expr.Choice choice) {
        return Outlining.choice(lowerAll(choice.conditions()), lowerAll(choice.values()), choice.type());
    }

    @Override
    public Term visitOnce(Expr.Once once) {
        Term operand = lower(once.operand());
        DataType type = operand.type();
        KeptTerm value = new KeptTerm(
                operands.add(FieldKind.of(type), FieldKind.zero(type)), operands.add(FieldKind.INT, 0), type);
        Optional<KeptTerm> around = kept;
        kept = Optional.of(value);
        Term body = lower(once.body());
        kept = around;
        List<Term> fitting = Outlining.fit(List.of(operand, body));
        return new OnceTerm(value, fitting.get(0), fitting.get(1));
    }

    @Override
    public Term visitAgain(Expr.Again again) {
        return kept.orElseThrow();
    }

    @Override
    public Term visitCoalesce(Expr.Coalesce coalesce) {
        List<Term> candidates = lowerAll(coalesce.operands()).stream()
                .filter(operand -> !operand.isNull())
                .toList();
        return candidates.isEmpty() ? new NullTerm(coalesce.type()) : Outlining.coalesce(candidates, coalesce.type());
    }

    @Override
    public Term visitCall(Expr.Call call) {
        return CallLowering.lower(
                call,
                lowerAll(call.arguments()),
                operands.handle(call.function().handle()));
    }

    @Override
    public Term visitAggregateRef(Expr.AggregateRef aggregate) {
        return new AggregateTerm(result(aggregate), aggregate.type());
    }

    private FieldRef result(Expr.AggregateRef aggregate) {
        return operands.result(aggregate.index(), bindings.aggregators().get(aggregate.index()));
    }

    /** A text that goes into a row in pieces; empty where it comes as a whole. */
    Optional<Term> pieces(Expr text) {
        return text instanceof Expr.AggregateRef aggregate
                        && bindings.aggregators().get(aggregate.index()) instanceof TextPieces
                ? Optional.of(new PiecesTerm(result(aggregate)))
                : Optional.empty();
    }

    @Override
    public Term visitEventTimestamp(Expr.EventTimestamp eventTimestamp) {
        return TimeTerm.of(eventTimestamp.input());
    }

    @Override
    public Term visitNow(Expr.Now now) {
        return TimeTerm.NOW;
    }

    @Override
    public Term visitInTable(Truth.InTable inTable) {
        int rows = Math.min(bindings.inputs().size(), 2);
        RowPairPredicate test = bindings.tests().test(inTable, bindings.inputs().subList(0, rows));
        return new InTableTerm(operands.add(FieldKind.ROW_TEST, test), rows - 1);
    }
}
