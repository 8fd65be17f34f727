package eventflux.parser.tree;

import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.Join;
import eventflux.api.query.input.JoinCondition;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.JoinKind;
import eventflux.api.query.input.JoinTrigger;
import eventflux.api.query.input.OnCondition;
import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.PatternKind;
import eventflux.api.query.input.QueryInput;
import eventflux.api.query.input.StoreInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.input.TimeRange;
import eventflux.api.query.input.UsingColumns;
import eventflux.api.query.node.Name;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternLimit;
import eventflux.api.query.stream.StreamHandler;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds what queries read. */
final class InputBuilder {

    private final Builders builders;
    private final Reading reading;

    InputBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    Input build(EventFluxGrammar.InputContext context) {
        if (context.wordedPattern() != null) {
            return worded(context.wordedPattern());
        }
        if (!context.joinTail().isEmpty()) {
            return join(context.inputSource(), context.joinTail(), context);
        }
        refuseUnidirectional(context.inputSource());
        if (context.timeRange() == null) {
            return source(context.inputSource());
        }
        return store(context.inputSource(), Optional.empty(), context.timeRange(), context.per());
    }

    Input build(EventFluxGrammar.FirstInputContext context) {
        if (context.wordedPattern() != null) {
            return worded(context.wordedPattern());
        }
        if (context.barePattern() != null) {
            return bare(context.barePattern());
        }
        if (!context.joinTail().isEmpty()) {
            return join(context.inputSource(), context.joinTail(), context);
        }
        refuseUnidirectional(context.inputSource());
        if (context.timeRange() == null && context.expression() == null) {
            return source(context.inputSource());
        }
        Optional<Expression> condition = builders.expressions().buildOptional(context.expression());
        return store(context.inputSource(), condition, context.timeRange(), context.per());
    }

    private Input source(EventFluxGrammar.InputSourceContext context) {
        Optional<Name> alias = context.aliased() == null
                ? Optional.empty()
                : builders.names().alias(context.aliased().alias());
        List<StreamHandler> handlers = new ArrayList<>(builders.handlers().build(context.handler()));
        if (context.matchRecognize() != null) {
            Input source = plain(context, Optional.empty(), handlers);
            refuseHandlers(context);
            return builders.matches().build(context.matchRecognize(), source, alias);
        }
        if (context.aliased() != null) {
            handlers.addAll(builders.handlers().build(context.aliased().handler()));
        }
        return plain(context, alias, handlers);
    }

    private Input plain(
            EventFluxGrammar.InputSourceContext context, Optional<Name> alias, List<StreamHandler> handlers) {
        reading.countInput(context.start);
        if (context.streamName() != null) {
            return new StreamInput(builders.names().stream(context.streamName()), alias, handlers, reading.at(context));
        }
        reading.enter(1, context.start);
        QueryInput input =
                new QueryInput(builders.queries().build(context.query()), alias, handlers, reading.at(context));
        reading.leave(1);
        return input;
    }

    private void refuseHandlers(EventFluxGrammar.InputSourceContext context) {
        if (context.aliased() != null && !context.aliased().handler().isEmpty()) {
            refuse(context.aliased().handler(0).start, "what MATCH_RECOGNIZE reads is handled before it");
        }
    }

    private void refuseUnidirectional(EventFluxGrammar.InputSourceContext context) {
        if (context.UNIDIRECTIONAL() != null) {
            refuse(context.UNIDIRECTIONAL().getSymbol(), "only a join has sides");
        }
    }

    private void refuse(Token word, String reason) {
        reading.report(
                SyntaxError.MISPLACED_TEXT, reading.at(word), "text", "'" + word.getText() + "'", "reason", reason);
    }

    private Input store(
            EventFluxGrammar.InputSourceContext source,
            Optional<Expression> condition,
            EventFluxGrammar.TimeRangeContext within,
            EventFluxGrammar.PerContext per) {
        Input read = source(source);
        if (read instanceof StreamInput stream && stream.handlers().isEmpty()) {
            return new StoreInput(
                    stream.stream(), stream.alias(), condition, range(within), per(per), stream.position());
        }
        Token misplaced = source.stop;
        refuse(misplaced, "a condition or a time follows the name of a table, window or aggregation only");
        return read;
    }

    private Optional<TimeRange> range(EventFluxGrammar.TimeRangeContext context) {
        return Optional.ofNullable(context)
                .map(range -> new TimeRange(
                        builders.expressions().build(range.expression(0)),
                        builders.expressions().buildOptional(range.expression(1)),
                        reading.at(range)));
    }

    private Optional<Expression> per(EventFluxGrammar.PerContext context) {
        return Optional.ofNullable(context).map(per -> builders.expressions().build(per.expression()));
    }

    // ---- joins

    private Input join(
            EventFluxGrammar.InputSourceContext first,
            List<EventFluxGrammar.JoinTailContext> tails,
            ParserRuleContext whole) {
        List<Join> joins = new ArrayList<>();
        EventFluxGrammar.InputSourceContext left = first;
        for (EventFluxGrammar.JoinTailContext tail : tails) {
            refuseNatural(left);
            joins.add(join(left, tail));
            left = tail.inputSource();
        }
        return new JoinInput(source(first), joins, reading.at(whole));
    }

    // It would be read as the name of what stands before it.
    private void refuseNatural(EventFluxGrammar.InputSourceContext left) {
        boolean isNatural = left.aliased() != null && left.aliased().getText().equalsIgnoreCase("natural");
        if (isNatural) {
            reading.report(
                    SyntaxError.FOREIGN_TEXT,
                    reading.at(left.aliased()),
                    "found",
                    "NATURAL JOIN",
                    "instead",
                    "write JOIN … USING (column, …)");
        }
    }

    private Join join(EventFluxGrammar.InputSourceContext left, EventFluxGrammar.JoinTailContext tail) {
        return new Join(
                kind(tail.joinKind()),
                trigger(left, tail.inputSource()),
                source(tail.inputSource()),
                Optional.ofNullable(tail.joinCondition()).map(this::condition),
                range(tail.timeRange()),
                per(tail.per()),
                reading.at(tail));
    }

    private JoinTrigger trigger(EventFluxGrammar.InputSourceContext left, EventFluxGrammar.InputSourceContext right) {
        if (left.UNIDIRECTIONAL() != null && right.UNIDIRECTIONAL() != null) {
            refuse(right.UNIDIRECTIONAL().getSymbol(), "the other side of the join is unidirectional already");
        }
        if (left.UNIDIRECTIONAL() != null) {
            return JoinTrigger.LEFT;
        }
        return right.UNIDIRECTIONAL() != null ? JoinTrigger.RIGHT : JoinTrigger.BOTH;
    }

    private static JoinKind kind(EventFluxGrammar.JoinKindContext context) {
        if (context.LEFT() != null) {
            return JoinKind.LEFT_OUTER;
        }
        if (context.RIGHT() != null) {
            return JoinKind.RIGHT_OUTER;
        }
        return context.FULL() != null ? JoinKind.FULL_OUTER : JoinKind.INNER;
    }

    private JoinCondition condition(EventFluxGrammar.JoinConditionContext context) {
        if (context.expression() != null) {
            return new OnCondition(builders.expressions().build(context.expression()), reading.at(context));
        }
        return new UsingColumns(builders.names().names(context.nameList()), reading.at(context));
    }

    // ---- patterns

    private Input bare(EventFluxGrammar.BarePatternContext context) {
        boolean isSequence = builders.patterns().isSequence(context.pattern());
        if (isSequence) {
            builders.patterns().refuse(context.pattern(), EventFluxGrammar.ARROW, "a sequence is written with ','");
        }
        return new PatternInput(
                isSequence ? PatternKind.SEQUENCE : PatternKind.PATTERN,
                builders.patterns().build(context.pattern()),
                builders.patterns().limit(context.patternLimit()),
                List.of(),
                reading.at(context));
    }

    private Input worded(EventFluxGrammar.WordedPatternContext context) {
        boolean isSequence = context.SEQUENCE() != null;
        if (!isSequence) {
            builders.patterns().refuse(context.pattern(), EventFluxGrammar.COMMA, "a pattern is written with '->'");
        }
        PatternElement pattern = builders.patterns().build(context.pattern());
        List<Optional<PatternLimit>> limits =
                context.patternLimit().stream().map(builders.patterns()::limit).toList();
        if (limits.size() == 2) {
            pattern = new GroupElement(pattern, Optional.empty(), limits.get(0), pattern.position());
        }
        return new PatternInput(
                isSequence ? PatternKind.SEQUENCE : PatternKind.PATTERN,
                pattern,
                limits.isEmpty() ? Optional.empty() : limits.get(limits.size() - 1),
                context.patternKeys() == null
                        ? List.of()
                        : builders.expressions().buildAll(context.patternKeys().expressionList()),
                reading.at(context));
    }
}
