package eventflux.parser.text;

import eventflux.api.error.SourcePosition;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * The words of a text. Immutable.
 *
 * @param source the text
 * @param tokens its words in their order, each with its place in this list as its index; the last is the end of the text
 * @param broken the indexes of words without their end, which may have swallowed what followed
 */
public record TokenizedText(SourceText source, List<Token> tokens, BitSet broken) {

    /** Takes the lists as they are: they may be long, and nobody else has them. */
    public TokenizedText {
        if (tokens.isEmpty() || tokens.get(tokens.size() - 1).getType() != Token.EOF) {
            throw new IllegalArgumentException("the words of a text end with its end");
        }
    }

    /** The place of a word. */
    public SourcePosition at(Token token) {
        return source.at(token.getStartIndex(), token.getStopIndex());
    }

    /** The place right behind a word. */
    public SourcePosition behind(Token token) {
        return source.at(token.getStopIndex() + 1, token.getStopIndex() + 1);
    }

    /** Whether a word is the first on its line. */
    public boolean isFirstOnLine(int index) {
        if (index == 0) {
            return true;
        }
        int end = tokens.get(index).getStartIndex();
        for (int i = tokens.get(index - 1).getStopIndex() + 1; i < end; i++) {
            if (source.text().charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
