package eventflux.parser.repair;

import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.TokenizedText;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Says what is wrong with a unit that cannot be read, and tries small changes: a keyword instead of a word near to it, a
 * missing sign put in, a superfluous word left out. The change that makes the unit readable, or readable much further, names
 * the mistake; trying is the only way to tell a misspelt keyword from an alias. Used by one thread, for one text.
 */
public final class Repairer {

    private static final BitSet STARTERS = TokenTypes.of(
            EventFluxGrammar.AT_SIGN,
            EventFluxGrammar.CREATE,
            EventFluxGrammar.DEFINE,
            EventFluxGrammar.FROM,
            EventFluxGrammar.SELECT,
            EventFluxGrammar.INSERT,
            EventFluxGrammar.UPDATE,
            EventFluxGrammar.DELETE,
            EventFluxGrammar.UPSERT,
            EventFluxGrammar.PARTITION,
            EventFluxGrammar.WITH,
            EventFluxGrammar.STREAM,
            EventFluxGrammar.TABLE,
            EventFluxGrammar.WINDOW,
            EventFluxGrammar.TRIGGER,
            EventFluxGrammar.FUNCTION,
            EventFluxGrammar.AGGREGATION);

    /** What no clause has behind its first keyword. */
    private static final BitSet BEHIND_VALUES = TokenTypes.of(
            EventFluxGrammar.COMMA,
            EventFluxGrammar.RIGHT_PARENTHESIS,
            EventFluxGrammar.RIGHT_BRACKET,
            EventFluxGrammar.AS,
            EventFluxGrammar.IS,
            EventFluxGrammar.EQUAL,
            EventFluxGrammar.NOT_EQUAL,
            EventFluxGrammar.LESS,
            EventFluxGrammar.LESS_OR_EQUAL,
            EventFluxGrammar.GREATER,
            EventFluxGrammar.GREATER_OR_EQUAL,
            EventFluxGrammar.PLUS,
            EventFluxGrammar.STAR,
            EventFluxGrammar.SLASH,
            EventFluxGrammar.PERCENT,
            EventFluxGrammar.AND,
            EventFluxGrammar.OR,
            EventFluxGrammar.FROM,
            EventFluxGrammar.INSERT,
            EventFluxGrammar.GROUP,
            EventFluxGrammar.HAVING,
            EventFluxGrammar.ORDER,
            EventFluxGrammar.LIMIT);

    private final TokenizedText text;

    /**
     * A repairer for one text.
     *
     * @param text where places are found
     */
    public Repairer(TokenizedText text) {
        this.text = text;
    }

    /**
     * Finds the first mistake.
     *
     * @param tokens words that cannot be read, ending with the end of the text or cut off somewhere behind the mistake
     * @param rule what they should be
     * @return empty when finding it would take too long
     */
    public Optional<Repair> repair(List<Token> tokens, int rule) {
        return Unreadable.walk(tokens, rule)
                .map(failure -> new Unreadable(text, tokens, rule, failure))
                .map(Repairer::repair);
    }

    private static Repair repair(Unreadable unit) {
        return new Habits(unit.text(), unit.tokens(), unit.at())
                .problem()
                .map(habit -> new Repair(habit, unit.at(), unit.tokens(), false))
                .orElseGet(() -> bestChange(unit));
    }

    // Of changes that lead equally far the one counts that is tried first.
    private static Repair bestChange(Unreadable unit) {
        Changes changes = new Changes(unit);
        WrongWords wrong = new WrongWords(unit, changes);
        wrong.tryAll();
        new MissingWords(unit, changes).tryAll();
        wrong.leaveOut();
        return changes.best().orElseGet(() -> new Repair(wrong.unexpected(), unit.at(), unit.tokens(), false));
    }

    /** Whether a statement may start with a word. */
    public static boolean mayStartStatement(Token word) {
        return word.getType() != Token.EOF && STARTERS.get(word.getType());
    }

    /** Whether what stands behind a word can only stand behind a value or a name. */
    static boolean isName(List<Token> tokens, int at) {
        int next = at + 1 < tokens.size() ? tokens.get(at + 1).getType() : Token.EOF;
        return next != Token.EOF && BEHIND_VALUES.get(next);
    }
}
