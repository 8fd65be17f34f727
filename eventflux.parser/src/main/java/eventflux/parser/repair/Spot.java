package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The first word of a list that cannot be read, and those around it, for classes that know what was meant. Used by one thread. */
abstract class Spot {

    final TokenizedText text;
    final List<Token> tokens;
    final int at;

    /**
     * A place.
     *
     * @param at the first word that cannot be read
     */
    Spot(TokenizedText text, List<Token> tokens, int at) {
        this.text = text;
        this.tokens = tokens;
        this.at = at;
    }

    /** Whether the word so far behind (or before, when negative) is of a type. */
    boolean is(int offset, int type) {
        int index = at + offset;
        return index >= 0 && index < tokens.size() && tokens.get(index).getType() == type;
    }

    /** Whether it is a word, in capitals or not. */
    boolean is(int offset, String word) {
        int index = at + offset;
        return index >= 0
                && index < tokens.size()
                && word.equalsIgnoreCase(tokens.get(index).getText());
    }

    /** Whether the first word of all is of a type. */
    boolean startsWith(int type) {
        return tokens.get(0).getType() == type;
    }

    /** Whether a word before is of a type. */
    boolean has(int type) {
        return tokens.subList(0, at).stream().anyMatch(token -> token.getType() == type);
    }

    /** A word as it is written. */
    String word(int offset) {
        return tokens.get(at + offset).getText();
    }

    /** Says of some words what is written instead of them. */
    Optional<Problem> foreign(int first, int last, String instead) {
        String words = words(at + first, at + last);
        return Optional.of(Problem.of(SyntaxError.FOREIGN_TEXT, "found", words, "instead", instead)
                .at(text.at(tokens.get(at + first))));
    }

    /** Some words as they are written, by their places among all. */
    String words(int first, int last) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String word = tokens.get(i).getText();
            boolean isSign = !Character.isLetterOrDigit(word.charAt(0));
            words.append(i == first || isSign ? "" : " ").append(word);
        }
        return words.toString();
    }

    /** Says that a word is missing behind another one. */
    Optional<Problem> missing(int type, Token before) {
        return Optional.of(Problem.of(
                        SyntaxError.MISSING_TEXT, "missing", Wording.word(type, true), "before", Wording.found(before))
                .at(text.behind(before)));
    }
}
