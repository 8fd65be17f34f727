package eventflux.parser.repair;

import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import eventflux.parser.text.TokenizedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Words that cannot be read as what they should be.
 *
 * @param text where places are found
 * @param tokens the words
 * @param rule what they should be
 * @param failure how far they can be read
 */
record Unreadable(TokenizedText text, List<Token> tokens, int rule, Viability.Outcome failure) {

    private static final BitSet NAMED = Wording.namedRules();

    /** How far words can be read; empty when finding it would take too long. */
    static Optional<Viability.Outcome> walk(List<Token> tokens, int rule) {
        return walk(tokens, rule, NAMED);
    }

    private static Optional<Viability.Outcome> walk(List<Token> tokens, int rule, BitSet named) {
        int[] types = tokens.stream().mapToInt(Token::getType).toArray();
        return Viability.of(EventFluxGrammar._ATN, rule, types, named);
    }

    /** What could stand at a place behind the words before it; rules that are named stand for their words. */
    Optional<Viability.Outcome> before(int place, BitSet named) {
        return walk(tokens.subList(0, place), rule, named);
    }

    /** The place of the first word that cannot be read. */
    int at() {
        return Math.min(failure.reach(), tokens.size() - 1);
    }

    /** The first word that cannot be read. */
    Token culprit() {
        return tokens.get(at());
    }

    /** Whether its author writes keywords in capitals. */
    boolean isUpperCase() {
        return tokens.stream()
                .filter(token -> Keywords.isKeyword(token.getType()))
                .findFirst()
                .map(token -> token.getText().equals(Wording.spelling(token.getType(), true)))
                .orElse(false);
    }

    /** The words with another one at a place. */
    List<Token> with(int place, Token word) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(place, word);
        return changed;
    }

    /** The words but the one at a place. */
    List<Token> without(int place) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.remove(place);
        return changed;
    }
}
