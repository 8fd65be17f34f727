package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Between;
import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.Case;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.InList;
import eventflux.api.query.expression.InTable;
import eventflux.api.query.expression.IsNull;
import eventflux.api.query.expression.Like;
import eventflux.api.query.expression.Logical;
import eventflux.api.query.expression.NullLiteral;
import eventflux.api.query.expression.Unary;
import eventflux.api.query.expression.WhenBranch;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxGrammarBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds expressions, level of precedence by level. */
final class ExpressionBuilder {

    private final Builders builders;
    private final Reading reading;
    private final PrimaryVisitor primaries = new PrimaryVisitor();

    ExpressionBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    Expression build(EventFluxGrammar.ExpressionContext context) {
        ParserRuleContext inner = innermost(context);
        if (inner instanceof EventFluxGrammar.PrimaryContext primary) {
            reading.enter(1, context.start);
            Expression alone = primary.accept(primaries);
            reading.leave(1);
            return alone;
        }
        if (inner instanceof EventFluxGrammar.RelationContext relation) {
            return relation(relation);
        }
        if (inner instanceof EventFluxGrammar.ConjunctionContext conjunction) {
            return conjunction(conjunction);
        }
        if (context.conjunction().size() == 1) {
            return conjunction(context.conjunction(0));
        }
        reading.enter(1, context.start);
        List<Expression> operands =
                context.conjunction().stream().map(this::conjunction).toList();
        reading.leave(1);
        return new Logical(Logical.Connective.OR, operands, reading.at(context));
    }

    /** The level where something stands: those above have one part each, and add nothing. */
    private static ParserRuleContext innermost(ParserRuleContext context) {
        ParserRuleContext inner = context;
        while (!(inner instanceof EventFluxGrammar.PrimaryContext)
                && inner.getChildCount() == 1
                && inner.getChild(0) instanceof ParserRuleContext only) {
            inner = only;
        }
        return inner;
    }

    Optional<Expression> buildOptional(EventFluxGrammar.ExpressionContext context) {
        return Optional.ofNullable(context).map(this::build);
    }

    List<Expression> buildAll(EventFluxGrammar.ExpressionListContext context) {
        return context == null
                ? List.of()
                : context.expression().stream().map(this::build).toList();
    }

    private Expression conjunction(EventFluxGrammar.ConjunctionContext context) {
        if (context.negation().size() == 1) {
            return negation(context.negation(0));
        }
        reading.enter(1, context.start);
        List<Expression> operands =
                context.negation().stream().map(this::negation).toList();
        reading.leave(1);
        return new Logical(Logical.Connective.AND, operands, reading.at(context));
    }

    private Expression negation(EventFluxGrammar.NegationContext context) {
        List<Token> signs = symbols(context.NOT());
        reading.enter(signs.size(), context.start);
        Expression operand = membership(context.membership());
        reading.leave(signs.size());
        return wrapped(signs, operand, context.stop);
    }

    private Expression membership(EventFluxGrammar.MembershipContext context) {
        int tails = context.name().size();
        reading.enter(tails, context.start);
        Expression result = equality(context.equality());
        reading.leave(tails);
        boolean negated = false;
        for (ParseTree child : context.children.subList(1, context.children.size())) {
            if (child instanceof TerminalNode word) {
                negated |= word.getSymbol().getType() == EventFluxGrammar.NOT;
            } else {
                Name table = builders.names().name((ParserRuleContext) child);
                StreamName target = new StreamName(StreamScope.PLAIN, table.text(), table.position());
                Token stop = ((ParserRuleContext) child).stop;
                result = new InTable(result, target, negated, reading.at(context.start, stop));
                negated = false;
            }
        }
        return result;
    }

    private Expression equality(EventFluxGrammar.EqualityContext context) {
        List<EventFluxGrammar.EqualityTailContext> tails = context.equalityTail();
        reading.enter(tails.size(), context.start);
        Expression result = relation(context.relation());
        int next = 0;
        while (next < tails.size()) {
            if (tails.get(next) instanceof EventFluxGrammar.EqualTailContext equal) {
                int end = isNullAskedOfOperand(equal) ? endOfNullTails(tails, next + 1) : next + 1;
                Token stop = tails.get(end - 1).stop;
                Expression operand =
                        isNull(relation(equal.relation()), equal.relation().start, tails.subList(next + 1, end));
                Expression right = wrapped(symbols(equal.NOT()), operand, stop);
                result = new Binary(operator(equal.start), result, right, reading.at(context.start, stop));
                next = end;
            } else {
                int end = endOfNullTails(tails, next);
                result = isNull(result, context.start, tails.subList(next, end));
                next = end;
            }
        }
        reading.leave(tails.size());
        return result;
    }

    /** Whether {@code IS NULL} behind an operand of {@code =} asks about that alone; a NOT takes in what follows it. */
    private boolean isNullAskedOfOperand(EventFluxGrammar.EqualTailContext equal) {
        return reading.dialect() == Dialect.CLASSIC || !equal.NOT().isEmpty();
    }

    private static int endOfNullTails(List<EventFluxGrammar.EqualityTailContext> tails, int start) {
        int end = start;
        while (end < tails.size() && tails.get(end) instanceof EventFluxGrammar.NullTailContext) {
            end++;
        }
        return end;
    }

    private Expression isNull(Expression asked, Token start, List<EventFluxGrammar.EqualityTailContext> tails) {
        Expression result = asked;
        for (EventFluxGrammar.EqualityTailContext tail : tails) {
            boolean isNegated = ((EventFluxGrammar.NullTailContext) tail).NOT() != null;
            result = new IsNull(result, isNegated, reading.at(start, tail.stop));
        }
        return result;
    }

    private Expression relation(EventFluxGrammar.RelationContext context) {
        int tails = context.relationTail().size();
        reading.enter(tails, context.start);
        Expression result = sum(context.sum());
        for (EventFluxGrammar.RelationTailContext tail : context.relationTail()) {
            result = tail.accept(new TailVisitor(result, context.start));
        }
        reading.leave(tails);
        return result;
    }

    Expression sum(EventFluxGrammar.SumContext context) {
        return context.CONCATENATE().isEmpty()
                ? chain(context, child -> product((EventFluxGrammar.ProductContext) child))
                : concatenation(context);
    }

    /** A sum with {@code ||}, which binds less than {@code +} and {@code -}. */
    private Expression concatenation(EventFluxGrammar.SumContext context) {
        List<EventFluxGrammar.ProductContext> products = context.product();
        reading.enter(products.size() - 1, context.start);
        Expression joined = null;
        Expression term = product(products.get(0));
        ParserRuleContext termStart = products.get(0);
        for (int i = 1; i < products.size(); i++) {
            ParserRuleContext right = products.get(i);
            Token operator = ((TerminalNode) context.getChild(2 * i - 1)).getSymbol();
            if (operator.getType() == EventFluxGrammar.CONCATENATE) {
                joined = joined(joined, term, context.start, products.get(i - 1).stop);
                term = product(products.get(i));
                termStart = right;
            } else {
                SourcePosition place = reading.at(termStart.start, right.stop);
                term = new Binary(operator(operator), term, product(products.get(i)), place);
            }
        }
        reading.leave(products.size() - 1);
        return joined(joined, term, context.start, context.stop);
    }

    private Expression joined(Expression before, Expression term, Token start, Token stop) {
        return before == null ? term : new Binary(BinaryOperator.CONCATENATE, before, term, reading.at(start, stop));
    }

    private Expression product(EventFluxGrammar.ProductContext context) {
        return chain(context, child -> factor((EventFluxGrammar.FactorContext) child));
    }

    private interface Operand {
        Expression build(ParserRuleContext context);
    }

    /** A chain of operands with operators between, which bind from the left. */
    private Expression chain(ParserRuleContext context, Operand operand) {
        int operators = context.getChildCount() / 2;
        reading.enter(operators, context.start);
        Expression result = operand.build((ParserRuleContext) context.getChild(0));
        for (int i = 2; i < context.getChildCount(); i += 2) {
            Token operator = ((TerminalNode) context.getChild(i - 1)).getSymbol();
            ParserRuleContext right = (ParserRuleContext) context.getChild(i);
            SourcePosition place = reading.at(context.start, right.stop);
            result = new Binary(operator(operator), result, operand.build(right), place);
        }
        reading.leave(operators);
        return result;
    }

    private Expression factor(EventFluxGrammar.FactorContext context) {
        List<Token> signs = new ArrayList<>();
        for (ParseTree child : context.children.subList(0, context.children.size() - 1)) {
            signs.add(((TerminalNode) child).getSymbol());
        }
        EventFluxGrammar.PrimaryContext primary = context.primary();
        int last = signs.size() - 1;
        if (primary instanceof EventFluxGrammar.NumberPrimaryContext number
                && last >= 0
                && signs.get(last).getType() == EventFluxGrammar.MINUS) {
            SourcePosition place = reading.at(signs.get(last), number.stop);
            Expression literal = builders.literals().number(number.start, "-", place);
            return wrapped(signs.subList(0, last), literal, context.stop);
        }
        reading.enter(signs.size() + 1, context.start);
        Expression operand = primary.accept(primaries);
        reading.leave(signs.size() + 1);
        return wrapped(signs, operand, context.stop);
    }

    /** An expression with signs before it, the last of which binds first. */
    private Expression wrapped(List<Token> signs, Expression operand, Token stop) {
        Expression result = operand;
        for (int i = signs.size() - 1; i >= 0; i--) {
            Unary.Operator operator = switch (signs.get(i).getType()) {
                case EventFluxGrammar.MINUS -> Unary.Operator.MINUS;
                case EventFluxGrammar.PLUS -> Unary.Operator.PLUS;
                default -> Unary.Operator.NOT;
            };
            result = new Unary(operator, result, reading.at(signs.get(i), stop));
        }
        return result;
    }

    private static List<Token> symbols(List<TerminalNode> nodes) {
        return nodes.stream().map(TerminalNode::getSymbol).toList();
    }

    private static BinaryOperator operator(Token token) {
        return switch (token.getType()) {
            case EventFluxGrammar.PLUS -> BinaryOperator.ADD;
            case EventFluxGrammar.MINUS -> BinaryOperator.SUBTRACT;
            case EventFluxGrammar.STAR -> BinaryOperator.MULTIPLY;
            case EventFluxGrammar.SLASH -> BinaryOperator.DIVIDE;
            case EventFluxGrammar.DIV -> BinaryOperator.INTEGER_DIVIDE;
            case EventFluxGrammar.PERCENT -> BinaryOperator.REMAINDER;
            case EventFluxGrammar.CONCATENATE -> BinaryOperator.CONCATENATE;
            case EventFluxGrammar.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case EventFluxGrammar.LESS -> BinaryOperator.LESS;
            case EventFluxGrammar.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case EventFluxGrammar.GREATER -> BinaryOperator.GREATER;
            case EventFluxGrammar.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            default -> BinaryOperator.EQUAL;
        };
    }

    private Expression caseExpression(EventFluxGrammar.CaseExpressionContext context) {
        Optional<Expression> operand = Optional.ofNullable(context.operand()).map(value -> build(value.expression()));
        List<WhenBranch> branches = context.whenBranch().stream()
                .map(branch ->
                        new WhenBranch(build(branch.expression(0)), build(branch.expression(1)), reading.at(branch)))
                .toList();
        Optional<Expression> otherwise =
                Optional.ofNullable(context.elseBranch()).map(value -> build(value.expression()));
        return new Case(operand, branches, otherwise, reading.at(context));
    }

    /** Builds what binds tightest. */
    private final class PrimaryVisitor extends EventFluxGrammarBaseVisitor<Expression> {

        @Override
        public Expression visitParentheses(EventFluxGrammar.ParenthesesContext context) {
            return build(context.expression());
        }

        @Override
        public Expression visitDurationPrimary(EventFluxGrammar.DurationPrimaryContext context) {
            return builders.literals().duration(context.duration());
        }

        @Override
        public Expression visitNumberPrimary(EventFluxGrammar.NumberPrimaryContext context) {
            return builders.literals().number(context.number());
        }

        @Override
        public Expression visitStringPrimary(EventFluxGrammar.StringPrimaryContext context) {
            return builders.literals().string(context.stringLiteral());
        }

        @Override
        public Expression visitBooleanPrimary(EventFluxGrammar.BooleanPrimaryContext context) {
            return new BooleanLiteral(context.booleanLiteral().TRUE() != null, reading.at(context));
        }

        @Override
        public Expression visitNullPrimary(EventFluxGrammar.NullPrimaryContext context) {
            return new NullLiteral(reading.at(context));
        }

        @Override
        public Expression visitCasePrimary(EventFluxGrammar.CasePrimaryContext context) {
            return caseExpression(context.caseExpression());
        }

        @Override
        public Expression visitSpecialPrimary(EventFluxGrammar.SpecialPrimaryContext context) {
            return builders.calls().special(context.specialCall());
        }

        @Override
        public Expression visitCallPrimary(EventFluxGrammar.CallPrimaryContext context) {
            return builders.calls().call(context.call());
        }

        @Override
        public Expression visitColumnPrimary(EventFluxGrammar.ColumnPrimaryContext context) {
            return builders.references().reference(context.columnReference());
        }
    }

    /** Builds what follows an operand: comparisons, and the operators that are words. */
    private final class TailVisitor extends EventFluxGrammarBaseVisitor<Expression> {

        private final Expression left;
        private final Token start;

        TailVisitor(Expression left, Token start) {
            this.left = left;
            this.start = start;
        }

        @Override
        public Expression visitCompareTail(EventFluxGrammar.CompareTailContext context) {
            Expression right = wrapped(symbols(context.NOT()), sum(context.sum()), context.stop);
            return new Binary(operator(context.start), left, right, reading.at(start, context.stop));
        }

        @Override
        public Expression visitBetweenTail(EventFluxGrammar.BetweenTailContext context) {
            Expression low = sum(context.sum(0));
            Expression high = sum(context.sum(1));
            return new Between(left, low, high, context.NOT() != null, reading.at(start, context.stop));
        }

        @Override
        public Expression visitLikeTail(EventFluxGrammar.LikeTailContext context) {
            Optional<Expression> escape = Optional.ofNullable(context.sum(1)).map(ExpressionBuilder.this::sum);
            Expression pattern = sum(context.sum(0));
            return new Like(left, pattern, escape, context.NOT() != null, reading.at(start, context.stop));
        }

        @Override
        public Expression visitListTail(EventFluxGrammar.ListTailContext context) {
            List<Expression> items = buildAll(context.arguments().expressionList());
            return new InList(left, items, context.NOT() != null, reading.at(start, context.stop));
        }
    }
}
