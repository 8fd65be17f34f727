package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Logical;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.ChainElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.LogicalElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternLimit;
import eventflux.api.query.pattern.Quantifier;
import eventflux.api.query.stream.StreamHandler;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxGrammarBaseVisitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds patterns and sequences. */
final class PatternBuilder {

    private final Builders builders;
    private final Reading reading;
    private final ElementVisitor elements = new ElementVisitor();

    PatternBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    PatternElement build(EventFluxGrammar.PatternContext context) {
        if (context.patternStep().size() == 1) {
            return step(context.patternStep(0));
        }
        List<PatternElement> steps =
                context.patternStep().stream().map(this::step).toList();
        return new ChainElement(steps, reading.at(context));
    }

    private PatternElement step(EventFluxGrammar.PatternStepContext context) {
        List<PatternElement> choices =
                context.patternAnd().stream().map(this::conjunction).toList();
        Token start = context.patternAnd(0).start;
        PatternElement element = choices.size() == 1
                ? choices.get(0)
                : new LogicalElement(Logical.Connective.OR, choices, reading.at(start, context.stop));
        return context.EVERY() == null ? element : new EveryElement(element, reading.at(context));
    }

    private PatternElement conjunction(EventFluxGrammar.PatternAndContext context) {
        List<PatternElement> parts = context.patternElement().stream()
                .map(part -> part.accept(elements))
                .toList();
        return parts.size() == 1
                ? parts.get(0)
                : new LogicalElement(Logical.Connective.AND, parts, reading.at(context));
    }

    Optional<PatternLimit> limit(EventFluxGrammar.PatternLimitContext context) {
        return Optional.ofNullable(context).map(this::writtenLimit);
    }

    private PatternLimit writtenLimit(EventFluxGrammar.PatternLimitContext context) {
        if (context.duration() == null) {
            long events = builders.literals().count(context.INT_LITERAL().getSymbol());
            return new PatternLimit(Optional.empty(), OptionalLong.of(events), reading.at(context));
        }
        DurationLiteral duration = builders.literals().duration(context.duration());
        return new PatternLimit(Optional.of(duration), OptionalLong.empty(), reading.at(context));
    }

    /** Whether it is written with {@code ,}, or with a sign that only sequences have. */
    boolean isSequence(EventFluxGrammar.PatternContext context) {
        if (!context.COMMA().isEmpty()) {
            return true;
        }
        return context.patternStep().stream()
                .flatMap(step -> step.patternAnd().stream())
                .flatMap(and -> and.patternElement().stream())
                .anyMatch(this::isSequence);
    }

    private boolean isSequence(EventFluxGrammar.PatternElementContext element) {
        if (element instanceof EventFluxGrammar.GroupElementContext group) {
            return isSequence(group.pattern());
        }
        return element instanceof EventFluxGrammar.PresentElementContext present
                && present.eventElement().quantifier() != null
                && isSymbol(present.eventElement().quantifier());
    }

    private static boolean isSymbol(EventFluxGrammar.QuantifierContext context) {
        return context.PLUS() != null || context.STAR() != null || context.QUESTION() != null;
    }

    /** Reports the first sign between elements that does not fit the kind of pattern. */
    void refuse(EventFluxGrammar.PatternContext context, int sign, String reason) {
        List<TerminalNode> wrong = context.getTokens(sign);
        if (!wrong.isEmpty()) {
            Token first = wrong.get(0).getSymbol();
            reading.report(
                    SyntaxError.MISPLACED_TEXT,
                    reading.at(first),
                    "text",
                    "'" + first.getText() + "'",
                    "reason",
                    reason);
            return;
        }
        context.patternStep().stream()
                .flatMap(step -> step.patternAnd().stream())
                .flatMap(and -> and.patternElement().stream())
                .filter(EventFluxGrammar.GroupElementContext.class::isInstance)
                .forEach(group -> refuse(((EventFluxGrammar.GroupElementContext) group).pattern(), sign, reason));
    }

    private EventElement event(EventFluxGrammar.EventElementContext context) {
        reading.countInput(context.start);
        Optional<Name> alias = Optional.ofNullable(context.name())
                .map(builders.names()::name)
                .or(() -> Optional.ofNullable(context.anyName()).map(builders.names()::name));
        StreamName stream = builders.names().stream(context.streamName());
        List<StreamHandler> handlers = context.elementHandler().stream()
                .map(builders.handlers()::build)
                .toList();
        return new EventElement(alias, stream, handlers, quantifier(context.quantifier()), reading.at(context));
    }

    Optional<Quantifier> quantifier(EventFluxGrammar.QuantifierContext context) {
        return Optional.ofNullable(context).map(this::writtenQuantifier);
    }

    Quantifier writtenQuantifier(EventFluxGrammar.QuantifierContext context) {
        SourcePosition place = reading.at(context);
        if (isSymbol(context)) {
            OptionalInt max = context.QUESTION() == null ? OptionalInt.empty() : OptionalInt.of(1);
            return new Quantifier(context.PLUS() == null ? 0 : 1, max, Quantifier.Spelling.SYMBOL, place);
        }
        boolean isAngle = context.LESS() != null;
        TerminalNode separator = isAngle ? context.COLON() : context.COMMA();
        boolean isOpenBelow = separator != null && context.getChild(1) == separator;
        boolean isOpenAbove = separator != null && context.getChild(context.getChildCount() - 2) == separator;
        List<TerminalNode> numbers = context.INT_LITERAL();
        int min = isOpenBelow ? 0 : Literals.smallNumber(numbers.get(0).getSymbol(), reading);
        int last = numbers.size() == 1 && !isOpenBelow
                ? min
                : Literals.smallNumber(numbers.get(numbers.size() - 1).getSymbol(), reading);
        OptionalInt max = isOpenAbove ? OptionalInt.empty() : OptionalInt.of(last);
        if (max.isPresent() && max.getAsInt() < min) {
            reading.report(SyntaxError.QUANTIFIER_OUT_OF_RANGE, place, "min", min, "max", max.getAsInt());
            max = OptionalInt.of(min);
        }
        return new Quantifier(min, max, isAngle ? Quantifier.Spelling.ANGLE : Quantifier.Spelling.BRACE, place);
    }

    /** Builds the elements that a pattern is made of. */
    private final class ElementVisitor extends EventFluxGrammarBaseVisitor<PatternElement> {

        @Override
        public PatternElement visitPresentElement(EventFluxGrammar.PresentElementContext context) {
            return event(context.eventElement());
        }

        @Override
        public PatternElement visitAbsentElement(EventFluxGrammar.AbsentElementContext context) {
            Optional<DurationLiteral> duration =
                    Optional.ofNullable(context.duration()).map(builders.literals()::duration);
            return new AbsentElement(event(context.eventElement()), duration, reading.at(context));
        }

        @Override
        public PatternElement visitGroupElement(EventFluxGrammar.GroupElementContext context) {
            reading.enter(1, context.start);
            PatternElement inside = build(context.pattern());
            reading.leave(1);
            return new GroupElement(
                    inside, quantifier(context.quantifier()), limit(context.patternLimit()), reading.at(context));
        }
    }
}
