package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.CallModifiers;
import eventflux.api.query.expression.Cast;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.Extract;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.Over;
import eventflux.api.query.expression.TimePart;
import eventflux.api.query.node.DurationUnit;
import eventflux.api.query.node.Name;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxGrammarBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds calls, those included that SQL writes with words between the arguments. */
final class CallBuilder {

    private final Builders builders;
    private final Reading reading;
    private final SpecialVisitor specials = new SpecialVisitor();

    CallBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    Expression special(EventFluxGrammar.SpecialCallContext context) {
        return context.accept(specials);
    }

    Expression call(EventFluxGrammar.CallContext context) {
        checkSemantics(context);
        Name first = builders.names().name(context.callName());
        boolean isQualified = context.anyName() != null;
        Name name = isQualified ? builders.names().name(context.anyName()) : first;
        CallModifiers modifiers = new CallModifiers(
                context.STAR() != null,
                context.DISTINCT() != null,
                Optional.ofNullable(context.where())
                        .map(where -> builders.expressions().build(where.expression())),
                Optional.ofNullable(context.over()).map(this::over));
        List<Expression> arguments = builders.expressions().buildAll(context.expressionList());
        return new Call(
                isQualified ? Optional.of(first) : Optional.empty(), name, arguments, modifiers, reading.at(context));
    }

    // One row comes out of a match, so a measure is about all of its rows either way.
    private void checkSemantics(EventFluxGrammar.CallContext context) {
        boolean isCondition = isInside(context, EventFluxGrammar.VariableDefinitionContext.class);
        if (context.FINAL() != null && isCondition) {
            misplaced(context.FINAL().getSymbol(), "a condition is about the rows that have come so far");
        } else if (!isCondition && !isInside(context, EventFluxGrammar.MeasureContext.class)) {
            for (TerminalNode word : new TerminalNode[] {context.FINAL(), context.RUNNING()}) {
                if (word != null) {
                    misplaced(word.getSymbol(), "it stands in the MEASURES of MATCH_RECOGNIZE");
                }
            }
        }
    }

    private static boolean isInside(RuleContext context, Class<? extends RuleContext> kind) {
        RuleContext around = context;
        while (around != null && !kind.isInstance(around)) {
            around = around.getParent();
        }
        return around != null;
    }

    private void misplaced(Token word, String reason) {
        reading.report(
                SyntaxError.MISPLACED_TEXT, reading.at(word), "text", "'" + word.getText() + "'", "reason", reason);
    }

    private Over over(EventFluxGrammar.OverContext context) {
        List<Expression> keys = context.overKeys() == null
                ? List.of()
                : builders.expressions().buildAll(context.overKeys().expressionList());
        List<Expression> order = context.overOrder() == null
                ? List.of()
                : builders.expressions().buildAll(context.overOrder().expressionList());
        Optional<Expression> preceding = Optional.ofNullable(context.frameStart())
                .map(EventFluxGrammar.FrameStartContext::sum)
                .map(builders.expressions()::sum)
                .map(reach -> context.RANGE() == null ? reach : range(reach));
        return new Over(keys, order, preceding, reading.at(context));
    }

    // A range over a time may be a number of milliseconds.
    private static Expression range(Expression reach) {
        if (!(reach instanceof NumberLiteral number) || number.value().longValue() < 0) {
            return reach;
        }
        SourcePosition place = number.position();
        TimePart part = new TimePart(number.value().longValue(), DurationUnit.MILLISECOND, place);
        return new DurationLiteral(List.of(part), place);
    }

    private Expression plain(ParserRuleContext context, Name name, List<Expression> arguments) {
        return new Call(Optional.empty(), name, arguments, CallModifiers.none(), reading.at(context));
    }

    /** Builds the calls with words between the arguments. */
    private final class SpecialVisitor extends EventFluxGrammarBaseVisitor<Expression> {

        private Name keyword(ParserRuleContext context) {
            return builders.names().name(context.start);
        }

        private List<Expression> arguments(
                EventFluxGrammar.ExpressionContext first, EventFluxGrammar.ExpressionListContext others) {
            List<Expression> arguments = new ArrayList<>();
            arguments.add(builders.expressions().build(first));
            arguments.addAll(builders.expressions().buildAll(others));
            return arguments;
        }

        @Override
        public Expression visitCastCall(EventFluxGrammar.CastCallContext context) {
            if (context.typeName() == null) {
                return plain(context, keyword(context), arguments(context.expression(), context.expressionList()));
            }
            Expression operand = builders.expressions().build(context.expression());
            return new Cast(operand, builders.names().type(context.typeName()), reading.at(context));
        }

        @Override
        public Expression visitExtractCall(EventFluxGrammar.ExtractCallContext context) {
            Name field = builders.names().name(context.anyName());
            return new Extract(field, builders.expressions().build(context.expression()), reading.at(context));
        }

        @Override
        public Expression visitSubstringCall(EventFluxGrammar.SubstringCallContext context) {
            List<Expression> arguments = arguments(context.expression(0), context.expressionList());
            context.expression().stream()
                    .skip(1)
                    .map(builders.expressions()::build)
                    .forEach(arguments::add);
            return plain(context, keyword(context), arguments);
        }

        @Override
        public Expression visitSidedTrimCall(EventFluxGrammar.SidedTrimCallContext context) {
            Name word = keyword(context);
            String function = context.LEADING() != null ? "ltrim" : context.TRAILING() != null ? "rtrim" : "trim";
            int last = context.expression().size() - 1;
            List<Expression> arguments = new ArrayList<>();
            arguments.add(builders.expressions().build(context.expression(last)));
            if (last > 0) {
                arguments.add(builders.expressions().build(context.expression(0)));
            }
            return plain(context, new Name(function, word.position()), arguments);
        }

        @Override
        public Expression visitTrimCall(EventFluxGrammar.TrimCallContext context) {
            if (context.expression().size() == 1) {
                return plain(context, keyword(context), arguments(context.expression(0), context.expressionList()));
            }
            Expression characters = builders.expressions().build(context.expression(0));
            Expression trimmed = builders.expressions().build(context.expression(1));
            return plain(context, keyword(context), List.of(trimmed, characters));
        }

        @Override
        public Expression visitPositionCall(EventFluxGrammar.PositionCallContext context) {
            Expression part = builders.expressions().sum(context.sum());
            Expression whole = builders.expressions().build(context.expression());
            return plain(context, keyword(context), List.of(part, whole));
        }
    }
}
