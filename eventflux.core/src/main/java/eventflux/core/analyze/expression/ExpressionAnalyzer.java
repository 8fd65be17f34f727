package eventflux.core.analyze.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.Between;
import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.Case;
import eventflux.api.query.expression.Cast;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.EventReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.ExpressionVisitor;
import eventflux.api.query.expression.Extract;
import eventflux.api.query.expression.InList;
import eventflux.api.query.expression.InTable;
import eventflux.api.query.expression.IsNull;
import eventflux.api.query.expression.Like;
import eventflux.api.query.expression.Logical;
import eventflux.api.query.expression.NullLiteral;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.Quote;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.expression.TypeName;
import eventflux.api.query.expression.Unary;
import eventflux.api.query.expression.WhenBranch;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Resolves expressions. What cannot be resolved is reported and answered by {@link Unresolved}. The depth of the tree, and with
 * it of the recursion, is limited by the parser.
 */
public final class ExpressionAnalyzer implements ExpressionVisitor<Expr> {

    private final ExpressionContext context;
    private final Scope scope;
    private final Operators operators;
    private final Choices choices;
    private final JoinedConditions joined;

    /** For expressions that see one scope. */
    public ExpressionAnalyzer(ExpressionContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
        operators = new Operators(context);
        choices = new Choices(context);
        joined = new JoinedConditions(context.problems());
    }

    /** The value of an expression. */
    public Expr analyze(Expression expression) {
        return expression.accept(this);
    }

    /** The value of an expression that has to be BOOL. */
    public Expr condition(Expression expression) {
        return condition(analyze(expression), expression);
    }

    /** The value as a condition, with a problem if it is none. */
    public Expr condition(Expr value, Expression written) {
        boolean isCondition = Unresolved.is(value) || Widening.isUntypedNull(value) || value.type() == DataType.BOOL;
        return !isCondition && joined.reports(written)
                ? Unresolved.EXPR
                : operators.condition(value, written.position());
    }

    @Override
    public Expr visitNumberLiteral(NumberLiteral literal) {
        return new Expr.Constant(DataType.valueOf(literal.kind().name()), literal.value());
    }

    @Override
    public Expr visitStringLiteral(StringLiteral literal) {
        return isColumn(literal)
                ? scope.column(
                        new ColumnReference(
                                Optional.empty(),
                                Optional.empty(),
                                new Name(literal.value(), literal.position()),
                                literal.position()),
                        context.problems())
                : new Expr.Constant(DataType.STRING, literal.value());
    }

    /** Whether a string is the name of a column: in SQL such names stand in double quotes. */
    public boolean isColumn(StringLiteral literal) {
        return literal.quote() == Quote.DOUBLE && !context.isClassic() && scope.isColumn(literal.value());
    }

    @Override
    public Expr visitBooleanLiteral(BooleanLiteral literal) {
        return new Expr.Constant(DataType.BOOL, literal.value());
    }

    @Override
    public Expr visitNullLiteral(NullLiteral literal) {
        return new Expr.Constant(DataType.OBJECT, null);
    }

    @Override
    public Expr visitDurationLiteral(DurationLiteral literal) {
        try {
            return new Expr.Constant(DataType.LONG, literal.millis());
        } catch (ArithmeticException e) {
            context.problems().report(AnalysisError.NUMBER_TOO_LARGE, literal.position());
            return Unresolved.EXPR;
        }
    }

    @Override
    public Expr visitColumnReference(ColumnReference reference) {
        if (reference.index().isPresent() && !scope.names().hasEvents()) {
            context.problems().report(AnalysisError.NOT_AN_EVENT, reference.position());
            return Unresolved.EXPR;
        }
        return scope.column(reference, context.problems());
    }

    @Override
    public Expr visitEventReference(EventReference reference) {
        context.problems()
                .report(
                        scope.names().hasEvents() ? AnalysisError.WHOLE_EVENT : AnalysisError.NOT_AN_EVENT,
                        reference.position());
        return Unresolved.EXPR;
    }

    @Override
    public Expr visitUnary(Unary unary) {
        return switch (unary.operator()) {
            case NOT -> operators.not(condition(unary.operand()));
            case MINUS -> operators.negative(analyze(unary.operand()), unary.position());
            case PLUS -> operators.number(analyze(unary.operand()), unary.position());
        };
    }

    @Override
    public Expr visitBinary(Binary binary) {
        if (binary.operator() == BinaryOperator.CONCATENATE) {
            return concatenation(binary);
        }
        Expr left = analyze(binary.left());
        Expr right = analyze(binary.right());
        return !operators.applies(binary.operator(), left, right) && joined.reports(binary)
                ? Unresolved.EXPR
                : operators.binary(binary.operator(), left, right, binary.position());
    }

    // As long chains lean to the left, one call has all of their parts.
    private Expr concatenation(Binary binary) {
        Deque<Expression> parts = new ArrayDeque<>();
        Expression rest = binary;
        while (rest instanceof Binary chain && chain.operator() == BinaryOperator.CONCATENATE) {
            parts.addFirst(text(chain.right()));
            rest = chain.left();
        }
        parts.addFirst(text(rest));
        return new CallAnalyzer(context, scope).call(new Name("concat", binary.position()), List.copyOf(parts));
    }

    private static Expression text(Expression operand) {
        TypeName string = new TypeName(DataType.STRING.name(), List.of(), operand.position());
        return new Cast(operand, string, operand.position());
    }

    @Override
    public Expr visitLogical(Logical logical) {
        List<Expr> operands = logical.operands().stream().map(this::condition).toList();
        return logical.connective() == Logical.Connective.AND ? operators.all(operands) : operators.any(operands);
    }

    @Override
    public Expr visitCall(Call call) {
        return new CallAnalyzer(context, scope).analyze(call);
    }

    @Override
    public Expr visitCast(Cast cast) {
        Expr operand = analyze(cast.operand());
        return TypeNames.find(cast.type(), context.problems())
                .map(type -> Conversions.cast(operand, type))
                .orElse(Unresolved.EXPR);
    }

    @Override
    public Expr visitCase(Case choice) {
        Optional<Expr> operand = choice.operand().map(this::analyze);
        return operand.isPresent()
                ? Kept.once(operand.get(), kept -> choice(choice, Optional.of(kept)))
                : choice(choice, Optional.empty());
    }

    private Expr choice(Case choice, Optional<Expr> operand) {
        List<Expr> conditions = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (WhenBranch branch : choice.branches()) {
            conditions.add(operand.isPresent() ? isEqual(operand.get(), branch.when()) : condition(branch.when()));
            values.add(analyze(branch.then()));
        }
        values.add(choice.otherwise().map(this::analyze).orElseGet(() -> new Expr.Constant(DataType.OBJECT, null)));
        return choices.choice(conditions, values, choice.position());
    }

    private Expr isEqual(Expr operand, Expression other) {
        return operators.binary(BinaryOperator.EQUAL, operand, analyze(other), other.position());
    }

    @Override
    public Expr visitExtract(Extract extract) {
        Expression part = new StringLiteral(
                extract.field().text(), Quote.SINGLE, extract.field().position());
        Name function = new Name("extract", extract.position());
        return new CallAnalyzer(context, scope).call(function, List.of(part, extract.operand()));
    }

    @Override
    public Expr visitInList(InList list) {
        Expr operand = analyze(list.operand());
        if (list.items().isEmpty()) {
            return operators.negatedIf(list.negated(), new Expr.Constant(DataType.BOOL, false));
        }
        Expr isIn = Kept.once(
                operand,
                kept -> operators.any(
                        list.items().stream().map(item -> isEqual(kept, item)).toList()));
        return operators.negatedIf(list.negated(), isIn);
    }

    @Override
    public Expr visitInTable(InTable inTable) {
        return new TableTest(context, scope).analyze(inTable);
    }

    @Override
    public Expr visitBetween(Between between) {
        Expr operand = analyze(between.operand());
        SourcePosition position = between.position();
        Expr isBetween = Kept.once(operand, kept -> {
            Expr low = operators.binary(BinaryOperator.GREATER_OR_EQUAL, kept, analyze(between.low()), position);
            Expr high = operators.binary(BinaryOperator.LESS_OR_EQUAL, kept, analyze(between.high()), position);
            return operators.all(List.of(low, high));
        });
        return operators.negatedIf(between.negated(), isBetween);
    }

    @Override
    public Expr visitLike(Like like) {
        List<Expression> arguments = new ArrayList<>(List.of(like.operand(), like.pattern()));
        like.escape().ifPresent(arguments::add);
        Expr call = new CallAnalyzer(context, scope).call(new Name("like", like.position()), arguments);
        return operators.negatedIf(like.negated(), operators.condition(call, like.position()));
    }

    @Override
    public Expr visitIsNull(IsNull isNull) {
        Optional<Expr> missing = scope.names().missing(isNull.operand());
        if (missing.isPresent()) {
            return isNull.negated() ? new Truth.Not(missing.get(), false) : missing.get();
        }
        Expr operand = analyze(isNull.operand());
        if (Unresolved.is(operand)) {
            return operand;
        }
        if (Widening.isUntypedNull(operand)) {
            return new Expr.Constant(DataType.BOOL, !isNull.negated());
        }
        Expr test = new Truth.IsNull(operand);
        return isNull.negated() ? new Truth.Not(test, false) : test;
    }

    private Expr unsupported(String construct, SourcePosition position) {
        context.problems().reportUnsupported(construct, position);
        return Unresolved.EXPR;
    }
}
