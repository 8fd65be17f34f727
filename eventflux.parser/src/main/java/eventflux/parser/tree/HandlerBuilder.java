package eventflux.parser.tree;

import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.node.Name;
import eventflux.api.query.stream.Filter;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.StreamHandler;
import eventflux.api.query.stream.WindowCall;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxGrammarBaseVisitor;
import java.util.List;
import java.util.Optional;

/** Builds filters, functions over rows and windows. */
final class HandlerBuilder {

    private final Builders builders;
    private final Reading reading;
    private final HandlerVisitor visitor = new HandlerVisitor();
    private final ClauseVisitor clauses = new ClauseVisitor();

    HandlerBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    List<StreamHandler> build(List<EventFluxGrammar.HandlerContext> contexts) {
        return contexts.stream().map(context -> context.accept(visitor)).toList();
    }

    /** A handler of a pattern's element, where no window may stand. */
    StreamHandler build(EventFluxGrammar.ElementHandlerContext context) {
        if (context.expression() != null) {
            return new Filter(builders.expressions().build(context.expression()), reading.at(context));
        }
        return new StreamFunction(
                namespace(context.name()),
                builders.names().name(context.anyName()),
                arguments(context.arguments()),
                reading.at(context));
    }

    WindowCall clause(EventFluxGrammar.WindowClauseContext context) {
        return context.accept(clauses);
    }

    WindowCall bare(EventFluxGrammar.BareWindowContext context) {
        return new WindowCall(
                namespace(context.name()),
                builders.names().name(context.anyName()),
                arguments(context.arguments()),
                WindowCall.Spelling.BARE,
                reading.at(context));
    }

    private Optional<Name> namespace(EventFluxGrammar.NameContext context) {
        return Optional.ofNullable(context).map(builders.names()::name);
    }

    private List<Expression> arguments(EventFluxGrammar.ArgumentsContext context) {
        return builders.expressions().buildAll(context.expressionList());
    }

    /** Builds the handlers of an input. */
    private final class HandlerVisitor extends EventFluxGrammarBaseVisitor<StreamHandler> {

        @Override
        public StreamHandler visitFilterHandler(EventFluxGrammar.FilterHandlerContext context) {
            return new Filter(builders.expressions().build(context.expression()), reading.at(context));
        }

        @Override
        public StreamHandler visitFunctionHandler(EventFluxGrammar.FunctionHandlerContext context) {
            return new StreamFunction(
                    namespace(context.name()),
                    builders.names().name(context.anyName()),
                    arguments(context.arguments()),
                    reading.at(context));
        }

        @Override
        public StreamHandler visitWindowHandler(EventFluxGrammar.WindowHandlerContext context) {
            boolean isDotted = context.DOT() != null;
            return new WindowCall(
                    namespace(context.name()),
                    builders.names().name(context.anyName()),
                    arguments(context.arguments()),
                    isDotted ? WindowCall.Spelling.DOT : WindowCall.Spelling.COLON,
                    reading.at(context));
        }

        @Override
        public StreamHandler visitClauseHandler(EventFluxGrammar.ClauseHandlerContext context) {
            return clause(context.windowClause());
        }
    }

    /** Builds windows that start with their own word. */
    private final class ClauseVisitor extends EventFluxGrammarBaseVisitor<WindowCall> {

        @Override
        public WindowCall visitQuotedWindow(EventFluxGrammar.QuotedWindowContext context) {
            StringLiteral text = builders.literals().string(context.stringLiteral());
            int colon = text.value().indexOf(':');
            Optional<Name> namespace = colon < 0
                    ? Optional.empty()
                    : Optional.of(new Name(text.value().substring(0, colon), text.position()));
            return new WindowCall(
                    namespace,
                    new Name(text.value().substring(colon + 1), text.position()),
                    builders.expressions().buildAll(context.expressionList()),
                    WindowCall.Spelling.QUOTED,
                    reading.at(context));
        }

        @Override
        public WindowCall visitWordWindow(EventFluxGrammar.WordWindowContext context) {
            return new WindowCall(
                    Optional.empty(),
                    builders.names().name(context.anyName()),
                    arguments(context.arguments()),
                    WindowCall.Spelling.WORD,
                    reading.at(context));
        }
    }
}
