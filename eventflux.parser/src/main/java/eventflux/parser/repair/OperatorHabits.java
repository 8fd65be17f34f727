package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Knows operators of programming languages, and those that a blank or a letter too much breaks. Used by one thread. */
final class OperatorHabits extends Spot {

    OperatorHabits(TokenizedText text, List<Token> tokens, int at) {
        super(text, tokens, at);
    }

    /** What to say of it, if it is such an operator. */
    Optional<Problem> problem() {
        return comparison().or(this::assignment).or(this::logic);
    }

    private Optional<Problem> comparison() {
        boolean isEqual = is(0, EventFluxGrammar.EQUAL);
        if (isEqual && is(-1, EventFluxGrammar.EQUAL)) {
            return operator(-1, 0, startsWith(EventFluxGrammar.FROM) ? "write ==" : "write =");
        }
        if (isEqual && is(-1, EventFluxGrammar.NOT_EQUAL)) {
            return operator(-1, 0, "write !=");
        }
        if (isEqual && (is(-1, EventFluxGrammar.GREATER) || is(-1, EventFluxGrammar.LESS))) {
            return operator(-1, 0, "write " + word(-1) + "=");
        }
        if (is(-1, EventFluxGrammar.EQUAL) && (is(0, EventFluxGrammar.GREATER) || is(0, EventFluxGrammar.LESS))) {
            return operator(-1, 0, "write " + word(0) + "=");
        }
        if (is(-1, EventFluxGrammar.LESS) && is(0, EventFluxGrammar.GREATER)) {
            return operator(-1, 0, "write !=");
        }
        if (is(0, EventFluxGrammar.MINUS) && is(1, EventFluxGrammar.GREATER)) {
            return operator(0, 1, "write ->");
        }
        if (is(-2, EventFluxGrammar.EQUAL) && is(-1, EventFluxGrammar.BANG)) {
            return operator(-2, -1, "write !=");
        }
        return is(0, EventFluxGrammar.BANG) && is(1, EventFluxGrammar.EQUAL)
                ? operator(0, 1, "write !=")
                : Optional.empty();
    }

    private Optional<Problem> assignment() {
        if (is(0, EventFluxGrammar.COLON) && is(1, EventFluxGrammar.EQUAL)) {
            return operator(0, 1, "write =");
        }
        int sign = is(0, EventFluxGrammar.EQUAL) ? -1 : 0;
        if (isSign(sign) && is(sign - 1, EventFluxGrammar.IDENTIFIER) && is(sign + 1, EventFluxGrammar.EQUAL)) {
            return operator(sign, sign + 1, "write a = a " + word(sign) + " b");
        }
        boolean isIncrement = is(-2, EventFluxGrammar.PLUS)
                && is(-1, EventFluxGrammar.PLUS)
                && tokens.get(at - 1).getStartIndex() == tokens.get(at - 2).getStopIndex() + 1;
        return isIncrement ? operator(-2, -1, "write + 1") : Optional.empty();
    }

    private boolean isSign(int offset) {
        return is(offset, EventFluxGrammar.PLUS)
                || is(offset, EventFluxGrammar.MINUS)
                || is(offset, EventFluxGrammar.STAR)
                || is(offset, EventFluxGrammar.SLASH);
    }

    private Optional<Problem> logic() {
        if (is(-1, EventFluxGrammar.BANG) && is(0, EventFluxGrammar.LEFT_PARENTHESIS)) {
            return operator(-1, -1, "write NOT");
        }
        if (is(0, EventFluxGrammar.BAR) && !has(EventFluxGrammar.PATTERN)) {
            return operator(0, 0, "write OR between conditions");
        }
        boolean isChoice = is(0, EventFluxGrammar.QUESTION)
                && tokens.subList(at, tokens.size()).stream()
                        .anyMatch(token -> token.getType() == EventFluxGrammar.COLON);
        return isChoice ? operator(0, 0, "write ifThenElse(condition, value, other)") : Optional.empty();
    }

    // As the author wrote it, with the blanks.
    private Optional<Problem> operator(int first, int last, String instead) {
        int start = tokens.get(at + first).getStartIndex();
        int stop = tokens.get(at + last).getStopIndex();
        return Optional.of(Problem.of(
                        SyntaxError.FOREIGN_TEXT,
                        "found",
                        text.source().text().substring(start, stop + 1),
                        "instead",
                        instead)
                .at(text.source().at(start, stop)));
    }
}
