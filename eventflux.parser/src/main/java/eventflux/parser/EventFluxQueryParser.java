package eventflux.parser;

import eventflux.api.error.Problem;
import eventflux.api.query.Application;
import eventflux.api.query.Continuation;
import eventflux.api.query.ParseResult;
import eventflux.api.query.ParsedExpression;
import eventflux.api.query.QueryParser;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Dialect;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.repair.Repair;
import eventflux.parser.repair.Repairer;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.SourceText;
import eventflux.parser.text.TokenizedText;
import eventflux.parser.text.Tokenizer;
import eventflux.parser.text.Variables;
import eventflux.parser.tree.ExpressionReading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;

/**
 * Reads texts with an ANTLR grammar: variables first, then words, then statement by statement, each into its piece of the
 * tree.
 */
@Component
public final class EventFluxQueryParser implements QueryParser {

    /** Longer texts are refused: no application has them, and they would only fill the memory. */
    static final int LENGTH_LIMIT = 16_000_000;

    private final Variables variables;

    /** A parser that takes the values of variables from the process. */
    public EventFluxQueryParser() {
        this(Variables.ofProcess());
    }

    EventFluxQueryParser(Variables variables) {
        this.variables = variables;
    }

    @Override
    public ParseResult parse(String text, Function<String, Optional<String>> named) {
        ProblemList problems = new ProblemList();
        if (isTooLong(text, problems)) {
            return new ParseResult(new Application(List.of(), List.of()), problems.sorted());
        }
        return new TextReader(tokenize(text, variables.below(named), problems), problems).read();
    }

    @Override
    public ParsedExpression parseExpression(String text, Dialect dialect) {
        ProblemList problems = new ProblemList();
        if (isTooLong(text, problems)) {
            return new ParsedExpression(Optional.empty(), problems.sorted());
        }
        TokenizedText words = tokenize(text, variables, problems);
        Optional<Expression> expression = new UnitParser()
                .expression(words.tokens())
                .flatMap(parsed -> new ExpressionReading(words, problems, dialect).build(parsed.tree()));
        if (expression.isEmpty() && problems.size() == 0) {
            Optional<Repair> repair = new Repairer(words).repair(words.tokens(), EventFluxGrammar.RULE_loneExpression);
            problems.add(repair.map(Repair::problem)
                    .orElseGet(() -> Problem.of(SyntaxError.UNREADABLE_STATEMENT, "found", "its start")
                            .at(words.at(words.tokens().get(0)))));
        }
        return new ParsedExpression(expression, problems.sorted());
    }

    @Override
    public Continuation continuation(String text) {
        return text.length() > LENGTH_LIMIT
                ? Continuation.unknown()
                : new TextContinuation(tokenize(text, variables, new ProblemList())).find();
    }

    private static TokenizedText tokenize(String text, Variables values, ProblemList problems) {
        SourceText source = values.substitute(text, problems);
        return new Tokenizer(source, problems).tokenize();
    }

    private static boolean isTooLong(String text, ProblemList problems) {
        if (text.length() <= LENGTH_LIMIT) {
            return false;
        }
        problems.add(Problem.of(SyntaxError.TEXT_TOO_LONG, "length", text.length(), "limit", LENGTH_LIMIT));
        return true;
    }
}
