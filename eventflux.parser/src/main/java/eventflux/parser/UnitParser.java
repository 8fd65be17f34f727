package eventflux.parser;

import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.TokenWindow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Runs the generated parser over one unit: first with the fast prediction, which may be wrong about correct text, then with
 * the full one. What neither can read is left to the repairer. Used by one thread.
 */
final class UnitParser {

    private final EventFluxGrammar grammar = new EventFluxGrammar(null);

    UnitParser() {
        grammar.removeErrorListeners();
        grammar.setErrorHandler(new BailErrorStrategy());
    }

    /**
     * What was read.
     *
     * @param tree the parse tree
     * @param next the index of the first word behind it
     */
    record Parsed<T>(T tree, int next) {}

    Optional<Parsed<EventFluxGrammar.UnitContext>> unit(List<Token> tokens, int start) {
        return read(tokens, start, EventFluxGrammar::unit);
    }

    Optional<Parsed<EventFluxGrammar.LoneExpressionContext>> expression(List<Token> tokens) {
        return read(tokens, 0, EventFluxGrammar::loneExpression);
    }

    private <T extends ParserRuleContext> Optional<Parsed<T>> read(
            List<Token> tokens, int start, Function<EventFluxGrammar, T> rule) {
        Optional<Parsed<T>> fast = read(tokens, start, rule, PredictionMode.SLL);
        return fast.isPresent() ? fast : read(tokens, start, rule, PredictionMode.LL);
    }

    private <T extends ParserRuleContext> Optional<Parsed<T>> read(
            List<Token> tokens, int start, Function<EventFluxGrammar, T> rule, PredictionMode mode) {
        TokenWindow window = new TokenWindow(tokens, start);
        grammar.setTokenStream(window);
        grammar.getInterpreter().setPredictionMode(mode);
        try {
            return Optional.of(new Parsed<>(rule.apply(grammar), window.index()));
        } catch (ParseCancellationException unreadable) {
            return Optional.empty(); // the repairer finds out where and why
        }
    }
}
